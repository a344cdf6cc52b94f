import JSONTree
import SchemaRules

/// Reads media formats and the `validations` that go with them.
enum MediaReader {
  static func kind(_ nodes: SchemaNodes) -> MediaKind? {
    for format in nodes.all("format") {
      if let kind = format.string.flatMap(MediaKind.init(format:)) { return kind }
    }
    return nil
  }

  static func rules(_ nodes: SchemaNodes, _ findings: inout Findings) -> [MediaRule] {
    var rules: [MediaRule] = []
    for list in nodes.all("validations") {
      guard list.kind == .array else {
        findings.add(.warning, "\"validations\" must be an array, not a \(list.kind)", at: list)
        continue
      }
      for node in list.elements {
        if let rule = rule(node, &findings) { rules.append(rule) }
      }
    }
    return rules
  }

  private static func rule(_ node: JSONNode, _ findings: inout Findings) -> MediaRule? {
    guard node.kind == .object, let text = node["validation_rule"], let rule = text.string else {
      findings.add(
        .warning, "a rule needs \"validation_rule\", \"validation_value\" and \"validation_error\"",
        at: node)
      return nil
    }
    for member in node.members where !ruleKeys.contains(where: member.hasKey) {
      findings.add(.warning, "\"\(member.key)\" means nothing in a rule", at: member.keyNode)
    }
    let message = node["validation_error"]?.string ?? ""
    let value = node["validation_value"]
    guard let bound = value?.number ?? value?.string.flatMap(number) else {
      findings.add(
        .warning, "the value of \"\(rule)\" is no number; the rule is not checked",
        at: value ?? node)
      return nil
    }
    let parsed = MediaRule(rule, bound, message: message)
    if parsed.comparison == nil {
      findings.add(
        .warning, "\"\(rule)\" ends in no operator that is understood; it is not checked", at: text,
        fix: "the operators are < <= ≤ > >= ≥ = ==")
    } else if parsed.quantity == nil {
      let quantities = MediaRule.Quantity.allCases.map(\.rawValue)
      let near = Spelling.nearest(to: MediaRule.parts(of: rule).quantity, among: quantities)
      findings.add(
        .warning, "\"\(rule)\" measures something that is not known here; it is not checked",
        at: text, fix: near.map { "did you mean \"\($0)\"?" } ?? "")
    }
    return parsed
  }

  private static var ruleKeys: [String] {
    ["validation_rule", "validation_value", "validation_error"]
  }

  private static func number(_ text: String) -> JSONNumber? {
    let scalars = text.unicodeScalars.filter { $0 != " " }
    return JSONNumber(text: String(String.UnicodeScalarView(scalars)))
  }

  /// A rule on a file where no file can be.
  static func reportMisplacedRules(
    _ nodes: SchemaNodes, shape: Shape, _ findings: inout Findings
  ) {
    guard let validations = nodes.first("validations") else { return }
    switch shape {
    case .media: return
    case .array(let array): if case .media = array.item { return }
    default: break
    }
    findings.add(
      .warning,
      "\"validations\" are rules on media files, and this is no media; they are not checked",
      at: validations, fix: "set the format, such as \"image_uri\"")
  }

  /// A key such as `video_url` whose format the vendor forgot.
  static func reportMissingFormat(
    _ key: String, _ reading: ShapeReader.Reading, at node: JSONNode, _ findings: inout Findings
  ) {
    guard case .string = reading.shape, reading.nodes.first("format") == nil else { return }
    for kind in MediaKind.allCases where key.hasPrefix(kind.rawValue) && key.hasSuffix("_url") {
      findings.add(
        .note, "\"\(key)\" looks like media but has no format; it is a plain string", at: node,
        fix: "\"format\": \"\(kind.rawValue)_uri\" would make it one")
    }
  }
}
