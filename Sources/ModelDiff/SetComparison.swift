package import ModelCore

/// Compares two sets of models, model by model.
package struct SetComparison: Sendable {
  /// Model by model in the order of their ids, the worst of each first.
  package private(set) var changes: [ModelChange] = []
  /// Ids by the type that is theirs now, and one of each family by its namespace.
  private let owners: [String: String]
  private let families: [String: String]

  /// - Parameters:
  ///   - old: Models by id; nil for one that is there and can't be compared.
  ///   - new: The same of now.
  package init(_ old: [WireName: NamedModel?], _ new: [WireName: NamedModel?]) {
    owners = Dictionary(
      new.compactMap { id, model in model.map { ($0.path.dotted, id.text) } },
      uniquingKeysWith: { first, _ in first })
    families = Dictionary(
      new.compactMap { id, model in
        model.map { ($0.path.enclosing.joined(separator: "."), id) }
      }, uniquingKeysWith: { min($0, $1) }
    ).mapValues(\.text)
    for id in Set(old.keys).union(new.keys).sorted() {
      changes += compare(id, old[id], new[id]).inOrderOfSeverity
    }
  }

  private func compare(
    _ id: WireName, _ old: NamedModel??, _ new: NamedModel??
  ) -> [ModelChange] {
    switch (old, new) {
    case (let old??, let new??):
      let successor =
        owners[old.path.dotted]
        ?? families[old.path.enclosing.joined(separator: ".")].map { "the family of \($0)" }
      return ModelComparison(old, new).changes(successor: successor)
    case (let old??, Optional<NamedModel?>.none):
      var changes = ChangeList(model: id.text)
      let successor = owners[old.path.dotted]
      changes.add(
        .breaking, .modelRemoved, old.path.dotted, "the model is gone",
        advice: "Move to another model, or keep the model file."
          + (successor.map { " Its name is \($0)'s now." } ?? ""))
      return changes.changes
    case (Optional<NamedModel?>.none, let new??):
      var changes = ChangeList(model: id.text)
      changes.add(.additive, .modelAdded, new.path.dotted, "new model")
      return changes.changes
    default: return []
    }
  }
}

extension [ModelChange] {
  /// The worst first, otherwise as they are.
  package var inOrderOfSeverity: [ModelChange] {
    ModelChange.Severity.allCases.flatMap { severity in filter { $0.severity == severity } }
  }
}
