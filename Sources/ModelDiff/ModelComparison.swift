import ModelCore
package import ModelGenerator
package import ModelSchema

/// Compares a model with what it was.
package struct ModelComparison {
  private let old: NamedModel
  private let new: NamedModel

  package init(_ old: NamedModel, _ new: NamedModel) {
    self.old = old
    self.new = new
  }

  /// - Parameter successor: The model or family that has the old type's name now.
  package func changes(successor: String? = nil) -> [ModelChange] {
    var changes = ChangeList(model: new.model.id)
    compareID(&changes)
    comparePath(successor, &changes)
    compareInput(&changes)
    compareOutput(&changes)
    compareTexts(&changes)
    return changes.changes
  }

  private var symbol: String { old.path.dotted }

  private func compareID(_ changes: inout ChangeList) {
    guard !old.model.id.isSameOnWire(as: new.model.id) else { return }
    changes.add(
      .breaking, .idChanged, symbol, "the model \(old.model.id) is \(new.model.id) now",
      advice: "Requests go to another URL. Make sure that it is the intended model.")
  }

  private func comparePath(_ successor: String?, _ changes: inout ChangeList) {
    if old.path.dotted != new.path.dotted {
      let cause =
        new.chosen?.type != nil
        ? ": modelgen.json chooses it"
        : old.chosen?.type != nil
          ? ": modelgen.json doesn't name it any more"
          : successor.map { ": \($0) has the name" } ?? ""
      changes.add(
        .breaking, .nameChanged, symbol, "is called `\(new.path.dotted)` now" + cause,
        advice: "Rename it in your code"
          + (new.chosen?.type != nil
            ? "." : ", or pin the old name before: `modelgen generate --pin \(old.model.id)`."))
    }
    if old.path.module != new.path.module {
      changes.add(
        .breaking, .nameChanged, symbol,
        "is in the module \(new.path.module) now, not in \(old.path.module)",
        advice: "Import \(new.path.module).")
    }
  }

  private func compareInput(_ changes: inout ChangeList) {
    let start = changes.changes.count
    let place = ComparedPlace(symbol: symbol, direction: .input)
    ObjectComparison(
      old: .init(object: old.model.input, table: old.table, chosen: old.chosen),
      new: .init(object: new.model.input, table: new.table, chosen: new.chosen), place: place
    ).run(&changes)
    let touched = Set(changes.changes[start...].filter { $0.severity != .cosmetic }.map(\.symbol))
    let rows = Dictionary(old.table.rows.map { (WireName($0.key), $0) }) { first, _ in first }
    for finding in UncheckedComparison(old.model.inputSchema, new.model.inputSchema).findings {
      let row = finding.property.flatMap { rows[WireName($0)] }
      let own = row.map { place.inner($0.identifier) } ?? place
      // What the property's own comparison tells needs no other word.
      let scopes = row.map { [own.symbol, symbol + "." + ($0.ownType ?? $0.identifier)] } ?? []
      if touched.contains(where: { told in
        scopes.contains { told == $0 || told.hasPrefix($0 + ".") }
      }) {
        continue
      }
      if finding.isGone {
        changes.addWidened(
          own, "the rule `\(finding.keyword)` is gone, which bindings didn't check")
      } else if finding.isWidened {
        changes.addWidened(own, "the rule `\(finding.keyword)` accepts more values")
      } else {
        changes.add(
          .breaking, .ruleChanged, own.symbol,
          "the rule `\(finding.keyword)` is new or changed, which bindings don't check",
          advice: "Check your requests with `modelgen validate`.")
      }
    }
  }

  private func compareOutput(_ changes: inout ChangeList) {
    let place = ComparedPlace(symbol: symbol + ".Output", direction: .output)
    let (was, now) = (NameTable.outputType(of: old.model), NameTable.outputType(of: new.model))
    guard was == now else {
      changes.add(
        .breaking, .typeChanged, place.symbol, "\(was) is now \(now)",
        advice: "Read the output as the new type.")
      return
    }
    switch (old.model.output, new.model.output) {
    case (.object(let before), .object(let after)):
      ObjectComparison(
        old: .init(object: before, table: NameTable(ofOutput: before)),
        new: .init(object: after, table: NameTable(ofOutput: after)), place: place
      ).run(&changes)
    case (.value(let before), .value(let after)): changes.compareRules(before, after, place)
    default: break
    }
  }

  private func compareTexts(_ changes: inout ChangeList) {
    if old.model.title != new.model.title || old.model.description != new.model.description {
      changes.add(.cosmetic, .textChanged, symbol, "its title or description changed")
    }
    if old.model.example.map(JSONValue.init) != new.model.example.map(JSONValue.init) {
      changes.add(.cosmetic, .textChanged, symbol, "its example changed")
    }
    let (was, now) = (old.model.correction, new.model.correction)
    if was?.reason != now?.reason || was?.source != now?.source {
      changes.add(
        .cosmetic, .textChanged, symbol,
        now.map { "is corrected: \($0.reason)" } ?? "is not corrected any more")
    }
  }
}

/// A model with the Swift names that it has among the others.
package struct NamedModel: Sendable {
  package let model: Model
  package let path: TypePath
  /// The names that `modelgen.json` chooses for the model.
  package let chosen: NameOverrides.Model?
  let table: NameTable

  package init(_ model: Model, path: TypePath, overrides: NameOverrides) {
    self.model = model
    self.path = path
    chosen = overrides.model(model.id)
    table = NameTable(of: model, overrides: overrides)
  }
}
