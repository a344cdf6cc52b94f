@_spi(Generated) public import ModelCore

/// A condition on the keys that an object has, whatever their values.
@_spi(Generated) public indirect enum KeyCondition: Sendable, Hashable {
  /// Each of the keys is there.
  case keys([String])
  /// At least one of the conditions holds.
  case any([KeyCondition])
  /// Exactly one of the conditions holds.
  case one([KeyCondition])
  /// The condition doesn't hold.
  case not(KeyCondition)

  /// Returns a Boolean value that indicates whether an object with these keys meets the condition.
  func holds(for present: Set<WireName>) -> Bool {
    switch self {
    case .keys(let keys): keys.allSatisfy { present.contains(WireName($0)) }
    case .any(let conditions): conditions.contains { $0.holds(for: present) }
    case .one(let conditions): conditions.count { $0.holds(for: present) } == 1
    case .not(let condition): !condition.holds(for: present)
    }
  }

  /// The condition in words that follow "requires".
  var text: String {
    switch self {
    case .keys(let keys): keys.map(ValueText.quoted).joined(separator: " and ")
    case .any(let conditions): "at least one of " + Self.list(conditions)
    case .one(let conditions): "exactly one of " + Self.list(conditions)
    case .not(let condition): "an object without " + condition.text
    }
  }

  private static func list(_ conditions: [KeyCondition]) -> String {
    conditions.map { condition in
      if case .keys(let keys) = condition, keys.count < 2 { return condition.text }
      return "(\(condition.text))"
    }.joined(separator: ", ")
  }
}

/// Rules about the keys of the object as a whole.
@_spi(Generated) extension FieldVisitor {
  /// Checks a condition on the keys of an object.
  public mutating func check(
    _ object: some ModelObject, _ rule: ValidationRule, _ condition: @autoclosure () -> KeyCondition
  ) {
    guard isChecking else { return }
    let condition = condition()
    guard let present = keys(of: object, for: rule), !condition.holds(for: present) else { return }
    issues.report(rule, at: nil, "requires \(condition.text)")
  }

  /// Checks that keys are there beside another key.
  public mutating func check(
    _ object: some ModelObject, _ rule: ValidationRule, beside key: StaticString,
    _ others: String...
  ) {
    guard isChecking, let present = keys(of: object, for: rule),
      present.contains(WireName(key.description))
    else { return }
    for other in others where !present.contains(WireName(other)) {
      issues.report(
        rule, at: .key(other), bound: key.description,
        "is required beside \(ValueText.quoted(key.description))")
    }
  }

  /// Checks the number of keys of an object.
  public mutating func check(
    _ object: some ModelObject, minProperties: Int = 0, maxProperties: Int = .max
  ) {
    let rule: ValidationRule = minProperties > 0 ? .minProperties : .maxProperties
    guard isChecking, let present = keys(of: object, for: rule) else { return }
    issues.check(
      keyCount: present.count, at: nil, atLeast: minProperties > 0 ? minProperties : nil,
      atMost: maxProperties < .max ? maxProperties : nil)
  }

  /// Checks that a value is of one of the types with JSON Schema's names.
  public mutating func check(
    _ key: StaticString, _ value: JSONValue?, isOneOf types: String...
  ) {
    guard isChecking, let value, !types.contains(where: value.isOfType) else { return }
    issues.reportType(value, at: .key(key.description), mustBe: types)
  }

  /// Reports that rules of a field can't be checked, if the field is set.
  public mutating func reportUnchecked(
    _ key: StaticString, _ value: (some FieldValue)?, rules: ValidationRule...
  ) {
    guard isChecking, value != nil else { return }
    for rule in rules {
      issues.reportUnchecked(rule, at: .key(key.description), because: Self.reason)
    }
  }

  /// Reports that rules of the object as a whole can't be checked.
  public mutating func reportUnchecked(rules: ValidationRule...) {
    guard isChecking else { return }
    for rule in rules { issues.reportUnchecked(rule, at: nil, because: Self.reason) }
  }

  private static var reason: String { "bindings can't check it" }

  /// The keys that are sent. A value that can't be written as JSON leaves the rule unchecked.
  private mutating func keys(of object: some ModelObject, for rule: ValidationRule) -> Set<
    WireName
  >? {
    var writer = FieldWriter(style: .forPeople)
    writer.object(object)
    if let json = try? JSONValue(parsing: writer.json.bytes), let object = json.object {
      return Set(object.keys.map(WireName.init))
    }
    issues.reportUnchecked(rule, at: nil, because: "the object can't be read as JSON")
    return nil
  }
}

extension JSONValue {
  fileprivate func isOfType(_ type: String) -> Bool {
    switch kind {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number: type == "number" || type == "integer" && number?.decimal.isInteger == true
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}
