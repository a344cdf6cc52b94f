public import ModelCore

/// Converting values from and to `Codable` types, without going through text.
extension JSONValue {
  /// Creates a value by encoding a value of another type.
  ///
  /// URLs are encoded as strings, dates as strings in ISO 8601 format, and data as Base64. The order
  /// in which keys are encoded is preserved.
  ///
  /// - Parameter value: The value to encode.
  /// - Throws: `EncodingError` if the value contains a number that JSON can't represent, or any
  ///   error thrown by the value's `encode(to:)`.
  public init(encoding value: some Encodable) throws {
    let builder = JSONValueBuilder()
    try JSONValueEncoder(builder: builder, codingPath: []).encode(value)
    self = builder.value
  }

  /// Returns the value as a value of another type.
  ///
  /// ```swift
  /// struct Size: Decodable { var width: Int; var height: Int }
  /// let size = try output.json["size"]?.decode(Size.self)
  /// ```
  ///
  /// URLs are decoded from strings, dates from strings in ISO 8601 format, and data from Base64.
  ///
  /// - Parameter type: The type of the result.
  /// - Throws: `DecodingError` if the value doesn't have the structure of the type, or any error
  ///   thrown by the type's `init(from:)`.
  public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONValueDecoder(value: self, codingPath: []).decode(type)
  }
}
