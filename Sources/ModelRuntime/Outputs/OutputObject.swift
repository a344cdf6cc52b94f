public import JSONTree
@_spi(Generated) public import SchemaRules

/// An object inside an output.
public protocol OutputObject: ModelOutput, FieldValue {}

@_spi(Generated) extension OutputObject {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(json) }

  public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard json.kind == .object else { return nil }
    self.init(json: json)
  }
}

extension JSONValue {
  /// Returns the value of a key, or `nil` if the key is missing or holds another kind of value.
  @_spi(Generated) public func read<Value: FieldValue>(
    _ key: String, as type: Value.Type
  ) -> Value? {
    var issues = ValidationIssues()
    return self[key].flatMap { Value(reading: $0, &issues) }
  }
}
