@_spi(Generated) public import ModelCore

/// Strings and numbers.
@_spi(Generated) extension FieldVisitor {
  /// Visits a required string.
  public mutating func string(
    _ key: StaticString, _ value: inout String, minLength: Int = 0, maxLength: Int = .max
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), minLength: minLength, maxLength: maxLength)
    }
  }

  /// Visits an optional string.
  public mutating func string(
    _ key: StaticString, _ value: inout String?, minLength: Int = 0, maxLength: Int = .max
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), minLength: minLength, maxLength: maxLength)
    }
  }

  /// Visits a required string with a pattern, which is `nil` if it could not be compiled.
  public mutating func string(
    _ key: StaticString, _ value: inout String, minLength: Int = 0, maxLength: Int = .max,
    pattern: @autoclosure () -> Pattern?
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minLength: minLength, maxLength: maxLength, pattern: pattern()
      )
    }
  }

  /// Visits an optional string with a pattern, which is `nil` if it could not be compiled.
  public mutating func string(
    _ key: StaticString, _ value: inout String?, minLength: Int = 0, maxLength: Int = .max,
    pattern: @autoclosure () -> Pattern?
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minLength: minLength, maxLength: maxLength, pattern: pattern()
      )
    }
  }

  /// Visits a required integer.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int, minimum: Int = .min, maximum: Int = .max,
    multipleOf divisor: Int = 1
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minimum: minimum, maximum: maximum, multipleOf: divisor)
    }
  }

  /// Visits an optional integer.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int?, minimum: Int = .min, maximum: Int = .max,
    multipleOf divisor: Int = 1
  ) {
    if !transfer(key, &value) {
      issues.check(
        value, .key(key.description), minimum: minimum, maximum: maximum, multipleOf: divisor)
    }
  }

  /// Visits a required integer that the schema lists without gaps.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int, among values: ClosedRange<Int>
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), among: values)
    }
  }

  /// Visits an optional integer that the schema lists without gaps.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int?, among values: ClosedRange<Int>
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), among: values)
    }
  }

  /// Visits a required integer with all kinds of bounds.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int, _ bounds: NumberBounds
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), bounds)
    }
  }

  /// Visits an optional integer with all kinds of bounds.
  public mutating func integer(
    _ key: StaticString, _ value: inout Int?, _ bounds: NumberBounds
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), bounds)
    }
  }

  /// Visits a required number.
  public mutating func number(
    _ key: StaticString, _ value: inout Double, minimum: Double = -.infinity,
    maximum: Double = .infinity
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), minimum: minimum, maximum: maximum)
    }
  }

  /// Visits an optional number.
  public mutating func number(
    _ key: StaticString, _ value: inout Double?, minimum: Double = -.infinity,
    maximum: Double = .infinity
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), minimum: minimum, maximum: maximum)
    }
  }

  /// Visits a required number with all kinds of bounds.
  public mutating func number(
    _ key: StaticString, _ value: inout Double, _ bounds: NumberBounds
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), bounds)
    }
  }

  /// Visits an optional number with all kinds of bounds.
  public mutating func number(
    _ key: StaticString, _ value: inout Double?, _ bounds: NumberBounds
  ) {
    if !transfer(key, &value) {
      issues.check(value, .key(key.description), bounds)
    }
  }
}
