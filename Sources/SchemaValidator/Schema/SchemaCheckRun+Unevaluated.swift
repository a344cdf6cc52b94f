@_spi(Generated) import ModelCore

/// `unevaluatedProperties` and `unevaluatedItems`.
extension SchemaCheckRun {
  /// Checks the parts of a value that no keyword has marked.
  mutating func checkUnevaluated(
    _ value: JSONNode, _ kind: JSONKind, _ rules: UnevaluatedCheck, _ schema: CompiledSchema,
    _ issues: inout ValidationIssues
  ) {
    if kind == .object, let properties = rules.properties {
      for member in value.distinctMembers {
        if issues.isFull { return }
        let key = member.key
        check(unevaluated: member.value, properties, .unevaluatedProperties, .key(key), &issues) {
          $0.report(
            .unevaluatedProperties, at: .key(key), value: key,
            "is not a known key\(SchemaCheckRun.advice(on: key, schema))")
        }
      }
    } else if kind == .array, let items = rules.items {
      for (index, item) in value.elements.enumerated() {
        if issues.isFull { return }
        check(unevaluated: item, items, .unevaluatedItems, .index(index), &issues) {
          $0.report(
            .unevaluatedItems, at: .index(index), value: ValueText.shown(item),
            "is not an item that the schema allows")
        }
      }
    }
  }

  private static func advice(on key: String, _ schema: CompiledSchema) -> String {
    let properties = schema.rules.object?.properties ?? []
    let known = properties.filter { $0.schema != nil }.map(\.key)
    guard let near = Spelling.nearest(to: key, among: known) else { return "" }
    return "; did you mean \(ValueText.quoted(near))?"
  }

  private mutating func check(
    unevaluated part: JSONNode, _ schema: Int, _ rule: ValidationRule, _ step: IssueStep,
    _ issues: inout ValidationIssues, refuse: (inout ValidationIssues) -> Void
  ) {
    switch marks?.state(of: part) ?? .evaluated {
    case .evaluated: break
    case .untouched where schemas[schema].rules.allowsNothing: refuse(&issues)
    case .untouched: check(part, with: schema, at: step, into: &issues)
    case .uncertain:
      var trial = issues.trial()
      check(part, with: schema, at: step, into: &trial)
      if case .fits = trial.outcome { return }
      issues.reportUnchecked(
        rule, at: step, because: "not all of the rules that may describe it can be checked")
    }
  }
}

extension UnevaluatedCheck {
  /// Returns whether a value of this kind has parts that the rules are about.
  func applies(to kind: JSONKind) -> Bool {
    switch kind {
    case .object: properties != nil
    case .array: items != nil
    default: false
    }
  }
}

extension ValidationRule {
  static var unevaluatedProperties: Self { "unevaluatedProperties" }
  static var unevaluatedItems: Self { "unevaluatedItems" }
}
