import JSONTree
import SchemaRules

/// Reads `enum`, `const`, and unions that are enums in disguise.
enum EnumReader {
  struct Result {
    var shape: Shape
    var allowsNull: Bool
  }

  /// Nil where the schema publishes no set of values.
  static func read(
    _ nodes: SchemaNodes, type: String?, _ findings: inout Findings
  ) -> Result? {
    guard let (values, place) = publishedValues(nodes, &findings) else { return nil }
    let distinct = withoutRepetitions(values, &findings)
    let present = distinct.filter { !$0.isNull }
    let allowsNull = present.count < distinct.count
    guard !present.isEmpty else {
      findings.add(
        .warning, allowsNull ? "null is the only value there is" : "the list of values is empty",
        at: place)
      return Result(shape: .any, allowsNull: allowsNull)
    }
    guard let shape = shape(of: present, type: type, nodes, &findings) else {
      findings.add(
        .warning, "the values are of several types; the property is carried as plain JSON",
        at: place)
      return Result(shape: .any, allowsNull: allowsNull)
    }
    return Result(shape: shape, allowsNull: allowsNull)
  }

  private static func publishedValues(
    _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> (values: [JSONNode], place: JSONNode)? {
    if let list = nodes.first("enum") {
      guard list.kind == .array else {
        findings.add(.warning, "\"enum\" must be an array, not a \(list.kind)", at: list)
        return nil
      }
      return (Array(list.elements), list)
    }
    if let const = nodes.first("const") { return ([const], const) }
    guard let first = nodes.alternatives.first else { return nil }
    var values: [JSONNode] = []
    for branch in nodes.alternatives {
      if let const = branch["const"] {
        values.append(const)
      } else if let list = branch["enum"], list.kind == .array {
        values += list.elements
      } else {
        return nil
      }
    }
    return (values, first)
  }

  private static func withoutRepetitions(
    _ values: [JSONNode], _ findings: inout Findings
  ) -> [JSONNode] {
    var seen: Set<JSONValue> = []
    return values.filter { node in
      if seen.insert(JSONValue(node)).inserted { return true }
      findings.add(.warning, "the value \(node.text) stands here again", at: node)
      return false
    }
  }

  private static func shape(
    of values: [JSONNode], type: String?, _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> Shape? {
    let strings = values.compactMap(\.string)
    if strings.count == values.count {
      reportTwins(values, &findings)
      reportMismatch(type, ["string"], values[0], &findings)
      return .published(.strings(strings))
    }
    let numbers = values.compactMap(\.number)
    if numbers.count == values.count {
      reportMismatch(type, ["integer", "number"], values[0], &findings)
      let integers = numbers.compactMap(\.int)
      guard integers.count == numbers.count, type != "number" else {
        return .published(.numbers(numbers))
      }
      return integerShape(integers, nodes, &findings)
    }
    return values.allSatisfy { $0.kind == .bool } ? .boolean : nil
  }

  /// A run without a gap is a range: nobody wants fifteen names for 1 to 15.
  private static func integerShape(
    _ values: [Int], _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> Shape {
    guard let low = values.min(), let high = values.max(), values.count >= 3,
      high.subtractingReportingOverflow(low) == (values.count - 1, false)
    else { return .published(.integers(values)) }
    var rules = RuleReader.numberRules(nodes, &findings)
    rules.enumeratedRange = low...high
    return .integer(rules)
  }

  private static func reportMismatch(
    _ type: String?, _ fitting: [String], _ value: JSONNode, _ findings: inout Findings
  ) {
    guard let type, !fitting.contains(type) else { return }
    findings.add(
      .warning, "the type is \"\(type)\", yet the values are \(value.kind)s; the values count",
      at: value)
  }

  /// Two values that Swift holds to be one string and the wire to be two.
  private static func reportTwins(_ values: [JSONNode], _ findings: inout Findings) {
    var seen: Set<String> = []
    for node in values {
      guard let text = node.string, !seen.insert(text).inserted else { continue }
      findings.add(
        .warning, "\(node.text) reads like another value and differs from it in bytes", at: node,
        fix: "spell it one way (Unicode NFC) if they are meant to be the same")
    }
  }
}
