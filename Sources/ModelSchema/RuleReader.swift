import JSONTree
import SchemaRules

/// Reads bounds, lengths and counts, and reports those that nothing can satisfy.
enum RuleReader {
  static func stringRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> StringRules {
    let minimum = count("minLength", nodes, largest: true, &findings)
    let maximum = count("maxLength", nodes, largest: false, &findings)
    reportImpossible(minimum, maximum, "minLength", "maxLength", nodes, &findings)
    var pattern: String?
    if let node = nodes.first("pattern") {
      pattern = node.string
      if pattern == nil {
        findings.add(.warning, "\"pattern\" must be a string, not a \(node.kind)", at: node)
      }
    }
    return StringRules(minLength: minimum, maxLength: maximum, pattern: pattern)
  }

  static func arrayRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> ArrayShape {
    let minimum = count("minItems", nodes, largest: true, &findings)
    let maximum = count("maxItems", nodes, largest: false, &findings)
    reportImpossible(minimum, maximum, "minItems", "maxItems", nodes, &findings)
    return ArrayShape(
      item: .any, itemIsNullable: false, minItems: minimum, maxItems: maximum,
      uniqueItems: nodes.all("uniqueItems").contains { $0.bool == true })
  }

  static func numberRules(_ nodes: SchemaNodes, _ findings: inout Findings) -> NumberRules {
    var bounds = NumberBounds()
    bounds.minimum = bound("minimum", nodes, largest: true, &findings)
    bounds.maximum = bound("maximum", nodes, largest: false, &findings)
    bounds.multipleOf = bound("multipleOf", nodes, largest: true, &findings)
    readExclusive("exclusiveMinimum", \.exclusiveMinimum, \.minimum, nodes, &bounds, &findings)
    readExclusive("exclusiveMaximum", \.exclusiveMaximum, \.maximum, nodes, &bounds, &findings)
    if let divisor = bounds.multipleOf, divisor.decimal <= JSONNumber(0).decimal,
      let node = nodes.first("multipleOf")
    {
      findings.add(.warning, "\"multipleOf\" must be more than 0; it is not checked", at: node)
      bounds.multipleOf = nil
    }
    reportImpossible(bounds, nodes, &findings)
    return NumberRules(bounds: bounds, enumeratedRange: nil)
  }

  /// The number of a keyword, in either of its forms: a bound of its own, or a flag that makes the
  /// other bound exclusive.
  private static func readExclusive(
    _ keyword: String, _ exclusive: WritableKeyPath<NumberBounds, JSONNumber?>,
    _ inclusive: WritableKeyPath<NumberBounds, JSONNumber?>, _ nodes: SchemaNodes,
    _ bounds: inout NumberBounds, _ findings: inout Findings
  ) {
    guard let node = nodes.first(keyword) else { return }
    if let flag = node.bool {
      guard flag else { return }
      bounds[keyPath: exclusive] = bounds[keyPath: inclusive]
      bounds[keyPath: inclusive] = nil
    } else {
      bounds[keyPath: exclusive] = bound(
        keyword, nodes, largest: keyword == "exclusiveMinimum", &findings)
    }
  }

  /// The tightest of the values that a keyword has in the schemas of one value.
  private static func bound(
    _ keyword: String, _ nodes: SchemaNodes, largest: Bool, _ findings: inout Findings
  ) -> JSONNumber? {
    var tightest: JSONNumber?
    for node in nodes.all(keyword) {
      guard let number = node.number else {
        findings.add(.warning, "\"\(keyword)\" must be a number, not a \(node.kind)", at: node)
        continue
      }
      if let present = tightest, (number.decimal > present.decimal) != largest { continue }
      tightest = number
    }
    return tightest
  }

  private static func count(
    _ keyword: String, _ nodes: SchemaNodes, largest: Bool, _ findings: inout Findings
  ) -> Int? {
    guard let number = bound(keyword, nodes, largest: largest, &findings) else { return nil }
    if let count = number.int, count >= 0 { return count }
    if let node = nodes.first(keyword) {
      findings.add(.warning, "\"\(keyword)\" must be a whole number that is not negative", at: node)
    }
    return nil
  }

  private static func reportImpossible(
    _ minimum: Int?, _ maximum: Int?, _ lower: String, _ upper: String, _ nodes: SchemaNodes,
    _ findings: inout Findings
  ) {
    guard let minimum, let maximum, minimum > maximum, let node = nodes.first(lower) else { return }
    findings.add(
      .warning, "no value fits: \"\(lower)\" is \(minimum) and \"\(upper)\" is \(maximum)", at: node
    )
  }

  private static func reportImpossible(
    _ bounds: NumberBounds, _ nodes: SchemaNodes, _ findings: inout Findings
  ) {
    let lower = [
      (bounds.minimum, "minimum", false), (bounds.exclusiveMinimum, "exclusiveMinimum", true),
    ]
    let upper = [
      (bounds.maximum, "maximum", false), (bounds.exclusiveMaximum, "exclusiveMaximum", true),
    ]
    for (low, lowName, lowExcludes) in lower {
      for (high, highName, highExcludes) in upper {
        guard let low, let high, let node = nodes.first(lowName) else { continue }
        let excludes = lowExcludes || highExcludes
        guard low.decimal > high.decimal || excludes && low.decimal == high.decimal else {
          continue
        }
        findings.add(
          .warning, "no value fits: \"\(lowName)\" is \(low) and \"\(highName)\" is \(high)",
          at: node)
      }
    }
  }
}
