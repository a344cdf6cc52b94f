@_spi(Generated) import ModelCore

/// Reads the bounds of numbers, and reports those that nothing can satisfy.
enum NumberRuleReader {
  struct Result {
    var rules = NumberRules(bounds: NumberBounds())
    /// Rules that could not be made one.
    var uncheckedRules: [String] = []
  }

  static func read(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    var result = Result()
    let bits = TypedKeywords.number.bits
    guard nodes.present & bits != 0 else { return result }
    for part in nodes.parts where part.present & bits != 0 {
      let own = bounds(of: part, &findings)
      var all = result.rules.bounds
      all.minimum = larger(all.minimum, own.minimum)
      all.maximum = smaller(all.maximum, own.maximum)
      all.exclusiveMinimum = larger(all.exclusiveMinimum, own.exclusiveMinimum)
      all.exclusiveMaximum = smaller(all.exclusiveMaximum, own.exclusiveMaximum)
      if let divisor = own.multipleOf, !merge(divisor, into: &all.multipleOf) {
        result.uncheckedRules.append(Keyword.multipleOf.word)
        findings.add(
          .warning, "bindings check only one of several \"multipleOf\"",
          at: part[.multipleOf] ?? part.node, fix: "`modelgen validate` checks all")
      }
      result.rules.bounds = all
    }
    reportImpossible(result.rules.bounds, nodes, &findings)
    return result
  }

  /// The bounds of one schema. An exclusive bound is a number, or a flag that makes the other bound
  /// of the same schema exclusive.
  private static func bounds(of part: SchemaNode, _ findings: inout Findings) -> NumberBounds {
    var bounds = NumberBounds(
      minimum: part[.minimum]?.number, maximum: part[.maximum]?.number,
      exclusiveMinimum: part[.exclusiveMinimum]?.number,
      exclusiveMaximum: part[.exclusiveMaximum]?.number, multipleOf: part[.multipleOf]?.number)
    if part[.exclusiveMinimum]?.bool == true {
      bounds.exclusiveMinimum = bounds.minimum
      bounds.minimum = nil
    }
    if part[.exclusiveMaximum]?.bool == true {
      bounds.exclusiveMaximum = bounds.maximum
      bounds.maximum = nil
    }
    for (flag, bound) in [
      (Keyword.exclusiveMinimum, Keyword.minimum), (.exclusiveMaximum, .maximum),
    ]
    where part.has(flag) && !part.has(bound) {
      guard let node = part[flag], node.bool == true else { continue }
      findings.add(
        .warning, "\"\(flag.word)\" is true, but there is no \"\(bound.word)\"; it is ignored",
        at: node, fix: "give the bound itself: \"\(flag.word)\": 0")
    }
    if let divisor = bounds.multipleOf?.decimal, divisor.isNegative || divisor.isZero {
      findings.add(
        .warning, "\"multipleOf\" must be more than 0; it is ignored",
        at: part[.multipleOf] ?? part.node)
      bounds.multipleOf = nil
    }
    return bounds
  }

  /// Whole numbers are compared as such; what a decimal costs adds up over all properties.
  private static func isLess(_ left: JSONNumber, _ right: JSONNumber) -> Bool {
    if let left = Int(left.text), let right = Int(right.text) { return left < right }
    return left.decimal < right.decimal
  }

  private static func larger(_ left: JSONNumber?, _ right: JSONNumber?) -> JSONNumber? {
    guard let left, let right else { return left ?? right }
    return isLess(left, right) ? right : left
  }

  private static func smaller(_ left: JSONNumber?, _ right: JSONNumber?) -> JSONNumber? {
    guard let left, let right else { return left ?? right }
    return isLess(right, left) ? right : left
  }

  /// Merges a divisor and returns a Boolean value that indicates whether one divisor stands for
  /// both.
  private static func merge(_ divisor: JSONNumber, into present: inout JSONNumber?) -> Bool {
    guard let old = present else {
      present = divisor
      return true
    }
    if old.decimal.isMultiple(of: divisor.decimal) == true { return true }
    guard divisor.decimal.isMultiple(of: old.decimal) == true else { return false }
    present = divisor
    return true
  }

  /// Reports bounds that lie beyond the integers of Swift.
  static func reportUnreachable(
    _ bounds: NumberBounds, _ nodes: SchemaNodes, _ findings: inout Findings
  ) {
    let all: [(JSONNumber?, Keyword)] = [
      (bounds.minimum, .minimum), (bounds.exclusiveMinimum, .exclusiveMinimum),
      (bounds.maximum, .maximum), (bounds.exclusiveMaximum, .exclusiveMaximum),
    ]
    for case (let bound?, let keyword) in all {
      let value = bound.decimal
      let isBeyond =
        value < JSONNumber(Int.min).decimal || JSONNumber(Int.max).decimal < value
      guard isBeyond else { continue }
      findings.add(
        .note,
        "bindings have no integers beyond \(value.isNegative ? Int.min : Int.max); other values "
          + "must go through extraFields", at: nodes.first(keyword) ?? nodes.place)
    }
  }

  private static func reportImpossible(
    _ bounds: NumberBounds, _ nodes: SchemaNodes, _ findings: inout Findings
  ) {
    let lower: [(JSONNumber?, Keyword, Bool)] = [
      (bounds.minimum, .minimum, false), (bounds.exclusiveMinimum, .exclusiveMinimum, true),
    ]
    let upper: [(JSONNumber?, Keyword, Bool)] = [
      (bounds.maximum, .maximum, false), (bounds.exclusiveMaximum, .exclusiveMaximum, true),
    ]
    for case (let low?, let lowWord, let lowExcludes) in lower {
      for case (let high?, let highWord, let highExcludes) in upper {
        guard lowExcludes || highExcludes ? !isLess(low, high) : isLess(high, low) else { continue }
        findings.add(
          .warning,
          "no value fits: \"\(lowWord.word)\" is \(low) and \"\(highWord.word)\" is \(high)",
          at: nodes.first(lowWord) ?? nodes.place)
        return
      }
    }
  }
}
