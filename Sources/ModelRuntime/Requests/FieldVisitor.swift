public import JSONTree
public import SchemaRules

/// Goes through the fields of an object, either to check them or to write them.
///
/// Emitted types show it every field once, with its key, its value and its rules, in the order of
/// the schema: two lists, one for each purpose, would cost those who compile bindings twice. A
/// field that is nil is neither checked nor written; whether it must be there is settled by its
/// type.
///
/// Keys are static strings, and checks ask for a path only where something is wrong.
public struct FieldVisitor: Sendable {
  let isWriting: Bool
  var writer = FieldWriter(reserving: 0)
  var issues = ValidationIssues()

  init(isWriting: Bool) { self.isWriting = isWriting }

  /// A string.
  public mutating func visit(
    _ key: StaticString, _ value: String?, minLength: Int = 0, maxLength: Int = .max
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), minLength: minLength, maxLength: maxLength)
    }
  }

  /// A string with a pattern, nil for one that could not be compiled.
  public mutating func visit(
    _ key: StaticString, _ value: String?, minLength: Int = 0, maxLength: Int = .max,
    pattern: @autoclosure () -> Pattern?
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(
        value, .key(key.description), minLength: minLength, maxLength: maxLength, pattern: pattern()
      )
    }
  }

  /// An integer.
  public mutating func visit(
    _ key: StaticString, _ value: Int?, minimum: Int = .min, maximum: Int = .max,
    multipleOf divisor: Int = 1
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(
        value, .key(key.description), minimum: minimum, maximum: maximum, multipleOf: divisor)
    }
  }

  /// An integer that a schema publishes as a list without gaps.
  public mutating func visit(_ key: StaticString, _ value: Int?, among values: ClosedRange<Int>) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), among: values)
    }
  }

  /// An integer with rules that are rare.
  public mutating func visit(_ key: StaticString, _ value: Int?, _ bounds: NumberBounds) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), bounds)
    }
  }

  /// A number.
  public mutating func visit(
    _ key: StaticString, _ value: Double?, minimum: Double = -.infinity, maximum: Double = .infinity
  ) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), minimum: minimum, maximum: maximum)
    }
  }

  /// A number with rules that are rare.
  public mutating func visit(_ key: StaticString, _ value: Double?, _ bounds: NumberBounds) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description), bounds)
    }
  }

  /// True or false.
  public mutating func visit(_ key: StaticString, _ value: Bool?) {
    if isWriting { writer.write(key, value) }
  }

  /// One of a published set.
  public mutating func visit(_ key: StaticString, _ value: (some OpenValue)?) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description))
    }
  }

  /// An object with rules of its own.
  public mutating func visit(_ key: StaticString, _ value: (some ModelObject)?) {
    if isWriting {
      writer.write(key, value)
    } else {
      issues.check(value, .key(key.description))
    }
  }

  /// A value without rules.
  public mutating func visit(_ key: StaticString, _ value: (some FieldValue)?) {
    if isWriting { writer.write(key, value) }
  }
}

/// Lists, and what is no field.
extension FieldVisitor {
  /// An array whose items have no rules.
  public mutating func visit<Item: FieldValue>(
    _ key: StaticString, _ items: [Item]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false
  ) {
    if isWriting {
      writer.write(key, items)
    } else if let items {
      issues.check(
        items: items, at: { .key(key.description) }, minItems, maxItems, uniqueItems: uniqueItems)
    }
  }

  /// An array, and the check of each of its items.
  public mutating func visit<Item: FieldValue>(
    _ key: StaticString, _ items: [Item]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false, each: (inout ValidationIssues, Item, IssueStep) -> Void
  ) {
    if isWriting {
      writer.write(key, items)
    } else {
      issues.check(
        items, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems,
        each: each)
    }
  }

  /// Writes null for a field that must be there and is nil; stands after the field itself.
  public mutating func visit(nullable key: StaticString, _ value: (some FieldValue)?) {
    if isWriting, value == nil { writer.writeNull(key) }
  }

  /// A key that the schema requires and doesn't describe.
  public mutating func check(required key: StaticString, in extraFields: JSONObject) {
    if !isWriting { issues.check(required: key.description, in: extraFields) }
  }

  /// Extra fields of an object that takes no keys but these.
  public mutating func check(_ extraFields: JSONObject, among keys: @autoclosure () -> [String]) {
    if !isWriting { issues.check(extraFields, among: keys()) }
  }

  /// Notes that a rule could not be checked.
  public mutating func reportUnchecked(
    _ rule: ValidationRule, at key: StaticString, because reason: @autoclosure () -> String
  ) {
    if !isWriting { issues.reportUnchecked(rule, at: .key(key.description), because: reason()) }
  }
}
