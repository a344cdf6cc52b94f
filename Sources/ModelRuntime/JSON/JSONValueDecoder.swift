import ModelCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decodes types from a JSON value.
struct JSONValueDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let object = value.object else { throw mismatch(type, "an object") }
    return KeyedDecodingContainer(
      JSONKeyedDecodingContainer<Key>(object: object, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let items = value.array else { throw mismatch([JSONValue].self, "an array") }
    return JSONUnkeyedDecodingContainer(items: items, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension JSONValueDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard let scalar = try scalar(type) else { return try Value(from: self) }
    guard let result = scalar as? Value else { throw mismatch(type, "\(type)") }
    return result
  }

  /// The value as one of the types that JSON has a spelling for, or `nil` for other types.
  private func scalar(_ type: any Decodable.Type) throws -> Any? {
    switch type {
    case is Bool.Type: try required(value.bool, type, "a Boolean value")
    case is String.Type: try string(type)
    case is Double.Type: try number(as: type).double
    case is Float.Type: Float(try number(as: type).double)
    case is Decimal.Type:
      try required(Decimal(string: number(as: type).text), type, "a decimal number")
    case is URL.Type: try required(URL(string: string(type)), type, "a URL")
    case is Date.Type: try required(ISO8601.date(string(type)), type, "a date in ISO 8601 format")
    case is Data.Type:
      Data(try required(Base64.decode(string(type).utf8), type, "data in Base64"))
    case let type as any FixedWidthInteger.Type: try integer(type)
    default: nil
    }
  }

  private func string(_ type: any Decodable.Type) throws -> String {
    try required(value.string, type, "a string")
  }

  func number(as type: any Decodable.Type) throws -> JSONNumber {
    try required(value.number, type, "a number")
  }

  private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
    let number = try required(value.number, type, "a number")
    return try required(
      Integer(number.text) ?? number.int.flatMap { Integer(exactly: $0) }, type,
      "an integer that fits \(type)")
  }

  private func required<Result>(
    _ result: Result?, _ type: Any.Type, _ expected: String
  ) throws -> Result {
    guard let result else { throw mismatch(type, expected) }
    return result
  }

  private func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "expected \(expected), found \(ValueText.shortened(value.description))")
    return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }
}
