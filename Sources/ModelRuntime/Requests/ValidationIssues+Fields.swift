@_spi(Generated) public import ModelCore

/// One check for each kind of field. A `nil` is valid: whether a field is required is settled by its
/// type.
@_spi(Generated) extension ValidationIssues {
  /// A string.
  public mutating func check(
    _ value: String?, _ step: @autoclosure () -> IssueStep, minLength: Int = 0,
    maxLength: Int = .max
  ) {
    guard let value else { return }
    if value.utf8.count <= maxLength, minLength == 0 { return }
    check(length: value, at: step(), atLeast: minLength, atMost: maxLength)
  }

  /// A string with a pattern, which is `nil` if it could not be compiled.
  public mutating func check(
    _ value: String?, _ step: @autoclosure () -> IssueStep, minLength: Int = 0,
    maxLength: Int = .max,
    pattern: @autoclosure () -> Pattern?
  ) {
    guard let value else { return }
    check(length: value, at: step(), atLeast: minLength, atMost: maxLength)
    check(value, matches: pattern(), at: step())
  }

  /// An integer.
  public mutating func check(
    _ value: Int?, _ step: @autoclosure () -> IssueStep, minimum: Int = .min, maximum: Int = .max,
    multipleOf divisor: Int = 1
  ) {
    guard let value else { return }
    if value >= minimum, value <= maximum, divisor == 1 || value.isMultiple(of: divisor) { return }
    let bounds = NumberBounds(
      minimum: minimum == .min ? nil : JSONNumber(minimum),
      maximum: maximum == .max ? nil : JSONNumber(maximum),
      multipleOf: divisor == 1 ? nil : JSONNumber(divisor))
    check(JSONNumber(value), at: step(), bounds: bounds)
  }

  /// An integer that the schema lists without gaps.
  public mutating func check(
    _ value: Int?, _ step: @autoclosure () -> IssueStep, among values: ClosedRange<Int>
  ) {
    guard let value, !values.contains(value) else { return }
    reportUnknown(String(value), at: step(), among: KnownValues(values, nearestTo: value))
  }

  /// An integer with all kinds of bounds.
  public mutating func check(
    _ value: Int?, _ step: @autoclosure () -> IssueStep, _ bounds: NumberBounds
  ) {
    guard let value else { return }
    check(JSONNumber(value), at: step(), bounds: bounds)
  }

  /// A number.
  public mutating func check(
    _ value: Double?, _ step: @autoclosure () -> IssueStep, minimum: Double = -.infinity,
    maximum: Double = .infinity
  ) {
    guard let value else { return }
    if value >= minimum, value <= maximum, value.isFinite { return }
    check(
      value, step(),
      NumberBounds(minimum: JSONNumber(minimum), maximum: JSONNumber(maximum)))
  }

  /// A number with all kinds of bounds.
  public mutating func check(
    _ value: Double?, _ step: @autoclosure () -> IssueStep, _ bounds: NumberBounds
  ) {
    guard let value else { return }
    guard let number = JSONNumber(value) else { return reportUnwritable(value, at: step()) }
    check(number, at: step(), bounds: bounds)
  }

  /// A value of an open enum.
  public mutating func check<Value: OpenEnum>(
    _ value: Value?, _ step: @autoclosure () -> IssueStep
  ) {
    guard let value, !value.isKnown else { return }
    reportUnknown(
      value.rawValue.quoted, at: step(),
      among: KnownValues(Value.knownValues.map(\.json), nearestTo: value.json))
  }

  /// An object with rules of its own.
  public mutating func check(_ value: (some ModelObject)?, _ step: @autoclosure () -> IssueStep) {
    guard let value else { return }
    nested(at: step()) { value.validate(into: &$0) }
  }

  /// An array, and each of its items.
  public mutating func check<Item: FieldValue>(
    _ items: [Item]?, _ step: @autoclosure () -> IssueStep, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false,
    each: (inout ValidationIssues, Item, IssueStep) -> Void = { _, _, _ in }
  ) {
    guard let items else { return }
    check(items: items, at: step, minItems, maxItems, uniqueItems: uniqueItems)
    nested(at: step()) { issues in
      for index in items.indices {
        if issues.isFull { return }
        each(&issues, items[index], .index(index))
      }
    }
  }

  /// The rules of an array as a whole.
  @inline(__always)
  mutating func check<Item: FieldValue>(
    items: [Item], at step: () -> IssueStep, _ minItems: Int, _ maxItems: Int, uniqueItems: Bool
  ) {
    if items.count < minItems || items.count > maxItems {
      check(count: items.count, at: step(), atLeast: minItems, atMost: maxItems)
    }
    if uniqueItems, items.count > 1 { check(unique: items.map(\.json), at: step()) }
  }

  /// A key that the schema requires and doesn't describe, so that only an extra field can supply it.
  public mutating func check(required key: String, in extraFields: JSONObject) {
    guard extraFields[key] == nil else { return }
    report(.required, at: .key(key), "is required; set it in extraFields")
  }

  /// The extra fields of an object that accepts no keys but these. One of these keys among the extra
  /// fields replaces its property.
  public mutating func check(_ extraFields: JSONObject, among keys: @autoclosure () -> [String]) {
    guard !extraFields.isEmpty else { return }
    let keys = keys()
    let known = Set(keys.map(WireName.init))
    for key in extraFields.keys where !known.contains(WireName(key)) {
      if isFull { return }
      reportUnknownKey(key, among: keys)
    }
  }
}

extension FieldValue {
  /// The value as JSON.
  var json: JSONValue {
    var writer = FieldWriter()
    writeValue(to: &writer)
    return (try? JSONValue(parsing: writer.json.bytes)) ?? .null
  }
}
