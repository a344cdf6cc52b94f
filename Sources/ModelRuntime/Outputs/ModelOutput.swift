@_spi(Generated) public import ModelCore

/// The output of a model.
///
/// Reading is tolerant because services change what they return: a property is `nil` if its key is
/// missing or holds another kind of value, and keys that the bindings don't declare stay in ``json``.
public protocol ModelOutput: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The output as the service returned it.
  var json: JSONValue { get }

  /// Creates an output from the JSON that the service returned.
  init(json: JSONValue)
}

extension ModelOutput {
  /// Returns a Boolean value that indicates whether two outputs mean the same JSON.
  public static func == (left: Self, right: Self) -> Bool { left.json == right.json }

  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  public var hashValue: Int { Hasher.value(hash(into:)) }

  /// The JSON text on one line.
  public var description: String { json.description }

  /// Encodes the output as ``json``.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// Decodes an output from the JSON that the service returned.
  ///
  /// - Throws: `DecodingError` if there is no JSON value.
  public init(from decoder: any Decoder) throws {
    self.init(json: try JSONValue(from: decoder))
  }
}

/// A JSON value is the output of models whose output has no known structure.
extension JSONValue: ModelOutput {
  /// The value itself.
  public var json: JSONValue { self }

  /// Creates a copy of a JSON value.
  public init(json: JSONValue) { self = json }
}

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
