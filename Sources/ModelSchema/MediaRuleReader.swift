@_spi(Generated) import ModelCore

/// Reads `validations`, the rules on media files.
enum MediaRuleReader {
  struct Result {
    var rules: [MediaRule] = []
    /// Entries that aren't rules, as published.
    var uncheckedRules: [String] = []
  }

  static func read(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    var result = Result()
    for list in nodes.all(.validations) {
      for node in list.elements {
        if let rule = rule(node, &findings) {
          result.rules.append(rule)
        } else {
          result.uncheckedRules.append(name(of: node))
        }
      }
    }
    return result
  }

  /// Reports rules that stand where no file can be, and gives their names.
  static func misplaced(_ nodes: SchemaNodes, _ findings: inout Findings) -> [String] {
    guard let list = nodes.first(.validations) else { return [] }
    findings.add(
      .warning,
      "\"validations\" are rules on media files, and this isn't media; they are not checked",
      at: list, fix: "set the format, such as \"image_uri\"")
    return nodes.all(.validations).flatMap { $0.elements.map(name) }
  }

  private static func name(of node: JSONNode) -> String {
    node["validation_rule"]?.string ?? ValueText.shortened(node.text)
  }

  private static var keys: [String] { ["validation_rule", "validation_value", "validation_error"] }

  private static func rule(_ node: JSONNode, _ findings: inout Findings) -> MediaRule? {
    var bound: JSONNode?
    var name: JSONNode?
    var message = ""
    for member in node.members {
      switch member.key {
      case "validation_rule": name = member.value
      case "validation_value": bound = member.value
      case "validation_error": message = member.value.string ?? ""
      default:
        let fix = findings.suggestion(for: member.key, among: keys)
        findings.add(
          .warning, "\(ValueText.quoted(member.key)) means nothing in a rule; it is ignored",
          at: member.keyNode, fix: fix)
      }
    }
    guard let name, let rule = name.string else {
      findings.add(
        .warning, "a rule on media needs a \"validation_rule\"; this one is not checked",
        at: name ?? node,
        fix: "write {\"validation_rule\": \"file_size_mb<=\", \"validation_value\": 10}")
      return nil
    }
    guard let number = bound?.number ?? bound?.string.flatMap(number) else {
      let problem = bound == nil ? "has no \"validation_value\"" : "has a value that isn't a number"
      findings.add(
        .warning, "\(ValueText.quoted(rule)) \(problem); it is not checked", at: bound ?? node,
        fix: "give a number")
      return nil
    }
    let parsed = MediaRule(rule, number, message: message)
    reportUnknown(parsed, at: name, &findings)
    return parsed
  }

  private static func reportUnknown(
    _ rule: MediaRule, at node: JSONNode, _ findings: inout Findings
  ) {
    let (quantity, comparison) = MediaRule.parts(of: rule.rule)
    if comparison == nil {
      findings.add(
        .warning, "\(ValueText.quoted(rule.rule)) ends in no known operator; it is not checked",
        at: node, fix: "the operators are < <= ≤ > >= ≥ = ==")
    } else if MediaRule.Quantity(rawValue: quantity) == nil {
      let fix = findings.suggestion(
        for: quantity, among: MediaRule.Quantity.allCases.map(\.rawValue))
      findings.add(
        .warning, "\(ValueText.quoted(rule.rule)) measures something unknown; it is not checked",
        at: node, fix: fix)
    }
  }

  private static func number(_ text: String) -> JSONNumber? {
    var scalars = text.unicodeScalars.drop { $0 == " " }
    while scalars.last == " " { scalars.removeLast() }
    return JSONNumber(text: String(scalars))
  }
}
