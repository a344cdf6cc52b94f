import ModelCore

/// Reads lengths and counts, and reports those that nothing can satisfy.
enum RuleReader {
  static func stringRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> StringRules {
    let (minimum, maximum) = range(.minLength, .maxLength, nodes, &findings)
    return StringRules(
      minLength: minimum, maxLength: maximum, pattern: nodes.first(.pattern)?.string)
  }

  static func arrayRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> ArrayShape {
    let (minimum, maximum) = range(.minItems, .maxItems, nodes, &findings)
    return ArrayShape(
      item: .any, itemIsNullable: false, minItems: minimum, maxItems: maximum,
      uniqueItems: nodes.isSet(.uniqueItems))
  }

  private static func range(
    _ lower: Keyword, _ upper: Keyword, _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> (minimum: Int?, maximum: Int?) {
    let minimum = nodes.all(lower).compactMap { count($0, lower, &findings) }.max()
    let maximum = nodes.all(upper).compactMap { count($0, upper, &findings) }.min()
    if let minimum, let maximum, minimum > maximum, let node = nodes.first(lower) {
      findings.add(
        .warning,
        "no value fits: \"\(lower.word)\" is \(minimum) and \"\(upper.word)\" is \(maximum)",
        at: node)
    }
    // A limit that nothing can reach is none.
    return (minimum, maximum == .max ? nil : maximum)
  }

  /// A count that fits no integer is as good as the largest.
  private static func count(
    _ node: JSONNode, _ keyword: Keyword, _ findings: inout Findings
  ) -> Int? {
    guard let number = node.number else { return nil }
    if let count = number.int, count >= 0 { return count }
    let value = number.decimal
    if value.isInteger, !value.isNegative { return .max }
    findings.add(
      .warning, "\"\(keyword.word)\" must be a whole number that is not negative; it is ignored",
      at: node)
    return nil
  }
}
