import ModelCore

/// Reads `enum`, `const`, and unions that are enums in disguise.
enum EnumReader {
  struct Result {
    var shape: Shape
    var allowsNull = false
    /// Rules that the shape doesn't hold.
    var uncheckedRules: [String] = []
    /// A Boolean value that indicates whether a finding explains that the shape is plain JSON.
    var isReported = false
  }

  /// A set of values, and the keyword that publishes it.
  struct Values {
    let keyword: Keyword
    let place: JSONNode
    let nodes: [JSONNode]
  }

  /// Nil where no set of values is published.
  static func read(
    _ sets: [Values], type: TypeReader.Result, _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> Result? {
    guard let first = sets.first else { return nil }
    let common = common(sets)
    let values = common.filter { !$0.isNull }
    var result = Result(shape: .any, allowsNull: values.count < common.count)
    reportMismatch(type, common, nodes, &findings)
    if let shape = shape(of: values, type: type, nodes, &findings) {
      result.shape = shape
      reportCount(of: shape, at: first.place, &findings)
      guard case .boolean = shape, Set(values.compactMap(\.bool)).count == 1 else { return result }
      findings.add(
        .warning, "bindings don't check that only \(values[0].text) fits", at: first.place,
        fix: "`modelgen validate` does")
    } else {
      result.isReported = true
      findings.add(
        .warning,
        "\(problem(values, first, allowsNull: result.allowsNull)); "
          + "it is carried as plain JSON", at: first.place)
    }
    result.uncheckedRules = sets.map(\.keyword.word)
    return result
  }

  private static func reportCount(
    of shape: Shape, at place: JSONNode, _ findings: inout Findings
  ) {
    guard case .knownValues(let set) = shape, set.count > KnownSet.maximumReadableCount else {
      return
    }
    findings.add(
      .warning, "\(set.count) values take the compiler several seconds", at: place,
      fix: "list those that are worth a name, and allow any other string")
  }

  private static func problem(_ values: [JSONNode], _ set: Values, allowsNull: Bool) -> String {
    guard let value = values.first else {
      if allowsNull { return "null is the only value that fits" }
      return set.nodes.isEmpty
        ? "no value fits an empty \"\(set.keyword.word)\"" : "no value is in every list of values"
    }
    if let number = values.compactMap(\.number).first(where: { JSONNumber($0.double) != $0 }) {
      return "no Swift number is exactly \(number.text)"
    }
    let isMixed = values.contains { $0.kind.rawValue != value.kind.rawValue }
    return isMixed
      ? "the values are of several types" : "no Swift type has \(value.kind)s as values"
  }

  /// The values that every set holds.
  private static func common(_ sets: [Values]) -> [JSONNode] {
    guard let first = sets.first else { return [] }
    guard sets.count > 1 else { return first.nodes }
    let others = sets.dropFirst().map { Set($0.nodes.map(JSONValue.init)) }
    return first.nodes.filter { node in others.allSatisfy { $0.contains(JSONValue(node)) } }
  }

  /// The shape that has these values; nil where Swift has none.
  private static func shape(
    of values: [JSONNode], type: TypeReader.Result, _ nodes: SchemaNodes,
    _ findings: inout Findings
  ) -> Shape? {
    guard !values.isEmpty else { return nil }
    let strings = values.compactMap(\.string)
    if strings.count == values.count {
      for (text, node) in zip(strings, values) {
        guard let message = HiddenText.message("value", text) else { continue }
        findings.add(.warning, message, at: node, fix: HiddenText.advice)
      }
      return .knownValues(.strings(distinct(strings, values, &findings)))
    }
    let distinct = areDistinctIntegers(values) ? values : distinct(values, &findings)
    let numbers = distinct.compactMap(\.number)
    guard numbers.count == distinct.count else {
      return distinct.allSatisfy { $0.bool != nil } ? .boolean : nil
    }
    let integers = numbers.compactMap(\.int)
    guard integers.count == numbers.count, type.single != .number else {
      // A value that a double would round would be sent as another one.
      let areDoubles = numbers.allSatisfy { JSONNumber($0.double) == $0 }
      return areDoubles ? .knownValues(.numbers(numbers)) : nil
    }
    return integerShape(integers, nodes, &findings)
  }

  /// A run without a gap is a range: nobody wants fifteen names for 1 to 15.
  private static func integerShape(
    _ values: [Int], _ nodes: SchemaNodes, _ findings: inout Findings
  ) -> Shape {
    guard let low = values.min(), let high = values.max(), values.count >= 3,
      high.subtractingReportingOverflow(low) == (values.count - 1, false)
    else { return .knownValues(.integers(values)) }
    var rules = NumberRuleReader.read(nodes, &findings).rules
    rules.enumeratedRange = low...high
    return .integer(rules)
  }

  private static func reportMismatch(
    _ type: TypeReader.Result, _ values: [JSONNode], _ nodes: SchemaNodes,
    _ findings: inout Findings
  ) {
    guard let word = type.word, !type.isInferred else { return }
    for value in values {
      let fits: Bool =
        switch value.kind {
        case .null: type.allowsNull || nodes.isNullable
        case .number: !type.types.isDisjoint(with: [.integer, .number])
        default: type.types.contains(JSONTypes(value.kind))
        }
      if fits { continue }
      findings.add(
        .warning,
        "the type is \"\(word)\", yet \(ValueText.shown(value)) is among the values, which count",
        at: value, fix: "correct the type or the values")
      return
    }
  }
}

/// Values that stand twice, or seem to.
extension EnumReader {
  private static func distinct(
    _ values: [JSONNode], _ findings: inout Findings
  ) -> [JSONNode] {
    var seen: Set<JSONValue> = []
    return values.filter { node in
      if seen.insert(JSONValue(node)).inserted { return true }
      reportRepetition(node, &findings)
      return false
    }
  }

  /// The common case, found out without making values of the nodes.
  private static func areDistinctIntegers(_ values: [JSONNode]) -> Bool {
    let integers = values.compactMap { $0.number?.int }
    return integers.count == values.count && Set(integers).count == values.count
  }

  /// Swift's own equality, which is quick, holds more strings to be the same than the wire does: if
  /// it finds all apart, they are.
  private static func distinct(
    _ texts: [String], _ values: [JSONNode], _ findings: inout Findings
  ) -> [String] {
    var readings = Set(texts)
    guard readings.count < texts.count else { return texts }
    readings.removeAll()
    var seen: Set<WireName> = []
    return zip(texts, values).compactMap { text, node in
      guard seen.insert(WireName(text)).inserted else {
        reportRepetition(node, &findings)
        return nil
      }
      if !readings.insert(text).inserted {
        findings.add(
          .warning,
          "\(ValueText.quoted(text)) reads like another value and differs from it in bytes",
          at: node, fix: "spell it one way (Unicode NFC) if they are meant to be the same")
      }
      return text
    }
  }

  private static func reportRepetition(_ node: JSONNode, _ findings: inout Findings) {
    findings.add(
      .warning, "duplicate value \(ValueText.shown(node))", at: node,
      fix: "delete one of the two")
  }
}
