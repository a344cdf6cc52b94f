@_spi(Generated) import ModelCore
import ModelSchema

/// The rules of a field as arguments of its check; none for a field without rules.
enum RuleArguments {
  static func string(_ rules: StringRules) -> [SwiftArgument] {
    integers([
      ("minLength", rules.minLength.flatMap { $0 > 0 ? $0 : nil }), ("maxLength", rules.maxLength),
    ])
  }

  static func array(_ array: ArrayShape) -> [SwiftArgument] {
    var arguments = integers([
      ("minItems", array.minItems.flatMap { $0 > 0 ? $0 : nil }), ("maxItems", array.maxItems),
    ])
    if array.uniqueItems { arguments.append(SwiftArgument("uniqueItems", .bool(true))) }
    return arguments
  }

  static func integer(_ rules: NumberRules) -> [SwiftArgument] {
    if let range = rules.enumeratedRange {
      return [
        SwiftArgument("among", .range(.integer(range.lowerBound), .integer(range.upperBound)))
      ]
    }
    let bounds = rules.bounds
    let plain = [bounds.minimum, bounds.maximum, bounds.multipleOf].compactMap(\.self)
    guard plain.allSatisfy({ $0.int != nil }), bounds.exclusiveMinimum == nil,
      bounds.exclusiveMaximum == nil
    else { return [allBounds(bounds)] }
    return integers([
      ("minimum", bounds.minimum?.int), ("maximum", bounds.maximum?.int),
      ("multipleOf", bounds.multipleOf?.int),
    ])
  }

  static func number(_ rules: NumberRules) -> [SwiftArgument] {
    let bounds = rules.bounds
    let plain = [bounds.minimum, bounds.maximum].compactMap(\.self)
    // A bound that no double has would be another one.
    guard plain.allSatisfy({ JSONNumber($0.double) == $0 }), bounds.exclusiveMinimum == nil,
      bounds.exclusiveMaximum == nil, bounds.multipleOf == nil
    else { return [allBounds(bounds)] }
    return [("minimum", bounds.minimum), ("maximum", bounds.maximum)].compactMap { label, number in
      number.map { SwiftArgument(label, literal($0)) }
    }
  }

  private static func allBounds(_ bounds: NumberBounds) -> SwiftArgument {
    let all = [
      ("minimum", bounds.minimum), ("maximum", bounds.maximum),
      ("exclusiveMinimum", bounds.exclusiveMinimum), ("exclusiveMaximum", bounds.exclusiveMaximum),
      ("multipleOf", bounds.multipleOf),
    ]
    let arguments = all.compactMap { label, number in
      number.map { SwiftArgument(label, literal($0)) }
    }
    return SwiftArgument(nil, .make(.known(.numberBounds), arguments))
  }

  /// The shortest literal of the same value.
  private static func literal(_ number: JSONNumber) -> SwiftExpression {
    if let int = number.int { return .integer(int) }
    return JSONNumber(number.double) == number ? .double(number.double) : .number(number)
  }

  private static func integers(_ values: [(String, Int?)]) -> [SwiftArgument] {
    values.compactMap { label, value in value.map { SwiftArgument(label, .integer($0)) } }
  }
}
