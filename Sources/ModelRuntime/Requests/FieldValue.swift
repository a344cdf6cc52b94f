@_spi(Generated) public import ModelCore

/// A value that a property of a request or of an output can hold.
///
/// Strings, numbers, Booleans, JSON values, media inputs, the types of generated bindings, and arrays
/// and optionals of these conform to it. Its requirements are called by generated code only.
public protocol FieldValue: Sendable {
  /// Writes the value as one JSON value.
  @_spi(Generated) func writeValue(to writer: inout FieldWriter)

  /// Creates a value from JSON, or returns `nil` and reports the problem if the JSON is of another
  /// kind.
  @_spi(Generated) init?(reading json: JSONValue, _ issues: inout ValidationIssues)
}

@_spi(Generated) extension FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.null() }

  public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    issues.report(.type, at: nil, "can't be read as \(Self.self)")
    return nil
  }
}

extension String: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let text = issues.expect(json.string, "string", in: json) else { return nil }
    self = text
  }
}

extension Int: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  /// Creates an integer from a number without a fraction, such as `5` or `5.0`.
  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let int = issues.expect(json.int, "integer", in: json) else { return nil }
    self = int
  }
}

extension Double: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let double = issues.expect(json.double, "number", in: json) else { return nil }
    self = double
  }
}

extension Bool: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let bool = issues.expect(json.bool, "boolean", in: json) else { return nil }
    self = bool
  }
}

extension JSONValue: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    self = json
  }
}

extension JSONObject: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }

  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let object = issues.expect(json.object, "object", in: json) else { return nil }
    self = object
  }
}

extension Array: FieldValue where Element: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) {
    writer.json.beginArray()
    for element in self { element.writeValue(to: &writer) }
    writer.json.endArray()
  }

  /// Creates an array of the items that can be read, and reports the others.
  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let items = issues.expect(json.array, "array", in: json) else { return nil }
    self = []
    reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      issues.nested(at: .index(index)) { issues in
        if let element = Element(reading: item, &issues) { append(element) }
      }
    }
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  @_spi(Generated) public func writeValue(to writer: inout FieldWriter) {
    if let self { self.writeValue(to: &writer) } else { writer.json.null() }
  }

  /// Creates `nil` from null, so that null keeps its place in an array.
  @_spi(Generated) public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    if json.kind == .null {
      self = .none
    } else {
      guard let value = Wrapped(reading: json, &issues) else { return nil }
      self = .some(value)
    }
  }
}

extension ValidationIssues {
  /// Returns a value that was found in JSON, and reports JSON of another kind if there is none.
  mutating func expect<Value>(_ value: Value?, _ kind: String, in json: JSONValue) -> Value? {
    if value == nil { reportType(json, at: nil, mustBe: [kind]) }
    return value
  }
}
