/// One difference between two states of a model, seen from who uses its bindings.
package struct ModelChange: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Code stops compiling, or requests that were accepted may be refused.
    case breaking
    /// Nothing has to be done: there is more, or something else happens where nothing is said.
    case additive
    /// Only what people read.
    case cosmetic
  }

  /// The kind of change, for programs.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case modelAdded = "model-added"
    case modelRemoved = "model-removed"
    case idChanged = "id-changed"
    case nameChanged = "name-changed"
    case propertyAdded = "property-added"
    case propertyRemoved = "property-removed"
    case becameRequired = "became-required"
    case becameOptional = "became-optional"
    case nullAdded = "null-added"
    case nullRemoved = "null-removed"
    case typeChanged = "type-changed"
    case orderChanged = "order-changed"
    case valueAdded = "value-added"
    case valueRemoved = "value-removed"
    case ruleNarrowed = "rule-narrowed"
    case ruleWidened = "rule-widened"
    case ruleChanged = "rule-changed"
    case defaultChanged = "default-changed"
    case textChanged = "text-changed"
    case accessChanged = "access-changed"
  }

  package let model: String
  package let severity: Severity
  package let kind: Kind
  /// The Swift symbol that it is about: `Bytedance.Dreamina4_0.Edit.scale`.
  package let symbol: String
  /// A description of the change, in one sentence without a full stop.
  package let message: String
  /// The action that users of the bindings must take, or an empty string for none.
  package let advice: String
}

extension ModelChange {
  /// Returns the change of bindings that aren't public any more.
  package static func hidden(access: String) -> ModelChange {
    ModelChange(
      model: "modelgen.json", severity: .breaking, kind: .accessChanged, symbol: "access",
      message: "the bindings are \(access) now, no longer public",
      advice: "Other modules can't use them; choose \"public\" to keep that.")
  }
}

/// The changes of one model, as they are found.
struct ChangeList {
  let model: String
  private(set) var changes: [ModelChange] = []

  init(model: String) { self.model = model }

  mutating func add(
    _ severity: ModelChange.Severity, _ kind: ModelChange.Kind, _ symbol: String,
    _ message: String, advice: String = ""
  ) {
    changes.append(
      ModelChange(
        model: model, severity: severity, kind: kind,
        symbol: String(symbol.unicodeScalars.filter { $0 != "`" }.map(Character.init)),
        message: message, advice: advice))
  }
}
