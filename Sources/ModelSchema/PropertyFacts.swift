@_spi(Generated) import ModelCore

/// Short descriptions of a property's rules, for documentation comments and `explain`.
extension Property {
  /// Bounds, rules and default, in words.
  package var facts: [String] {
    var facts = PropertyFacts.rules(shape)
    if !branch.isEmpty { facts.append("Belongs to a branch of `\(branch)`") }
    facts += uncheckedRules.map { "Not validated locally: `\($0)`" }
    if isNullable { facts.append(isRequired ? "`nil` is encoded as `null`" : "May be null") }
    if isDeprecated { facts.append("Deprecated") }
    if let text = PropertyFacts.defaultText(defaultValue, shape) {
      facts.append("Default: \(text)")
    }
    return facts
  }
}

enum PropertyFacts {
  static func rules(_ shape: Shape) -> [String] {
    switch shape {
    case .string(let rules):
      return range(rules.minLength, rules.maxLength, "character")
        + (rules.pattern.map { ["Pattern: `\($0)`"] } ?? [])
    case .integer(let rules):
      if let range = rules.enumeratedRange { return ["\(range.lowerBound) to \(range.upperBound)"] }
      return bounds(rules.bounds)
    case .number(let rules): return bounds(rules.bounds)
    case .media(let media): return distinct(media.rules.map(rule))
    case .array(let array):
      return range(array.minItems, array.maxItems, "item")
        + (array.uniqueItems ? ["Items must be unique"] : []) + rules(array.item)
    case .boolean, .knownValues, .object, .recursive, .anyObject, .any: return []
    }
  }

  private static func distinct(_ facts: [String]) -> [String] {
    facts.indices.filter { !facts[..<$0].contains(facts[$0]) }.map { facts[$0] }
  }

  /// Sample texts are shown cut; whole ones would drown the rest.
  static func defaultText(_ node: JSONNode?, _ shape: Shape) -> String? {
    guard let node else { return nil }
    if case .media = shape { return nil }
    if case .array(let array) = shape, case .media = array.item { return nil }
    if node.string == "" { return nil }
    return "`" + ValueText.shortened(node.text) + "`"
  }

  private static func range(_ minimum: Int?, _ maximum: Int?, _ unit: String) -> [String] {
    switch (minimum ?? 0, maximum) {
    case (0, nil): []
    case (0, let maximum?): ["At most \(ValueText.counted(maximum, unit))"]
    case (let minimum, nil): ["At least \(ValueText.counted(minimum, unit))"]
    case (let minimum, let maximum?) where minimum == maximum:
      ["Exactly \(ValueText.counted(minimum, unit))"]
    case (let minimum, let maximum?): ["\(minimum) to \(ValueText.counted(maximum, unit))"]
    }
  }

  private static func bounds(_ bounds: NumberBounds) -> [String] {
    var facts: [String] = []
    switch (bounds.minimum, bounds.maximum) {
    case (let low?, let high?): facts.append("\(low) to \(high)")
    case (let low?, nil): facts.append("At least \(low)")
    case (nil, let high?): facts.append("At most \(high)")
    case (nil, nil): break
    }
    if let bound = bounds.exclusiveMinimum { facts.append("More than \(bound)") }
    if let bound = bounds.exclusiveMaximum { facts.append("Less than \(bound)") }
    if let divisor = bounds.multipleOf { facts.append("A multiple of \(divisor)") }
    return facts
  }

  private static func rule(_ rule: MediaRule) -> String {
    let text = "`\(rule.rule)` \(rule.bound)"
    let message = rule.message.isEmpty ? text : rule.message
    return rule.isUnderstood ? message : "Not validated locally: \(message)"
  }
}
