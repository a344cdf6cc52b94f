/// The bounds of a number.
@_spi(Generated) public struct NumberBounds: Sendable, Hashable {
  /// The least value.
  public var minimum: JSONNumber?
  /// The greatest value.
  public var maximum: JSONNumber?
  /// The value that the number must be greater than.
  public var exclusiveMinimum: JSONNumber?
  /// The value that the number must be less than.
  public var exclusiveMaximum: JSONNumber?
  /// The divisor.
  public var multipleOf: JSONNumber?

  /// Creates bounds; `nil` sets none.
  public init(
    minimum: JSONNumber? = nil, maximum: JSONNumber? = nil, exclusiveMinimum: JSONNumber? = nil,
    exclusiveMaximum: JSONNumber? = nil, multipleOf: JSONNumber? = nil
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
    self.multipleOf = multipleOf
  }
}

/// Rules on numbers. All comparisons that report are exact; emitted code compares as integers or
/// doubles first, and comes here only with a number that is out of bounds.
extension ValidationIssues {
  /// Every rule of `bounds` on one number.
  package mutating func check(_ number: JSONNumber, at step: IssueStep?, bounds: NumberBounds) {
    let value = number.decimal
    if let minimum = bounds.minimum, value < minimum.decimal {
      report(.minimum, at: step, number, minimum, "\(number) is less than the minimum \(minimum)")
    }
    if let maximum = bounds.maximum, value > maximum.decimal {
      report(.maximum, at: step, number, maximum, "\(number) is more than the maximum \(maximum)")
    }
    if let bound = bounds.exclusiveMinimum, value <= bound.decimal {
      report(.exclusiveMinimum, at: step, number, bound, "\(number) must be more than \(bound)")
    }
    if let bound = bounds.exclusiveMaximum, value >= bound.decimal {
      report(.exclusiveMaximum, at: step, number, bound, "\(number) must be less than \(bound)")
    }
    if let divisor = bounds.multipleOf {
      switch value.isMultiple(of: divisor.decimal) {
      case true?: break
      case false?:
        report(.multipleOf, at: step, number, divisor, "\(number) isn't a multiple of \(divisor)")
      case nil:
        reportUnchecked(
          .multipleOf, at: step, because: "\(divisor) can't be divided by, or has too many digits")
      }
    }
  }

  private mutating func report(
    _ rule: ValidationRule, at step: IssueStep?, _ number: JSONNumber, _ bound: JSONNumber,
    _ message: String
  ) {
    report(rule, at: step, value: number.text, bound: bound.text, message)
  }

  /// An infinity or what is not a number, which JSON can't carry.
  package mutating func reportUnwritable(_ value: Double, at step: IssueStep?) {
    report(.type, at: step, value: value.description, "\(value) can't be written as JSON")
  }
}
