import ModelCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Encodes types as a JSON value.
struct JSONValueEncoder: Encoder {
  let builder: JSONValueBuilder
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    builder.beginObject()
    return KeyedEncodingContainer(
      JSONKeyedEncodingContainer<Key>(builder: builder, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    builder.beginArray()
    return JSONUnkeyedEncodingContainer(builder: builder, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
  func encodeNil() { builder.set(.null) }

  func encode(_ value: some Encodable) throws {
    if let scalar = try scalar(value) {
      builder.set(scalar)
    } else {
      try value.encode(to: self)
    }
  }

  /// The value if JSON has a spelling for its type, or `nil` for other types.
  private func scalar(_ value: any Encodable) throws -> JSONValue? {
    switch value {
    case let value as JSONValue: value
    case let value as JSONObject: .object(value)
    case let value as JSONNumber: .number(value)
    case let value as Bool: .bool(value)
    case let value as String: .string(value)
    case let value as Double: try number(JSONNumber(value), value)
    case let value as Float: try number(JSONNumber(value), value)
    case let value as Decimal: try number(JSONNumber(value), value)
    case let value as any FixedWidthInteger: .number(JSONNumber(value))
    case let value as URL: JSONValue(value)
    case let value as Date: JSONValue(value)
    case let value as Data: .string(String(decoding: Base64.encode([UInt8](value)), as: UTF8.self))
    default: nil
    }
  }

  private func number(_ number: JSONNumber?, _ value: any Encodable) throws -> JSONValue {
    guard let number else {
      throw EncodingError.invalidValue(
        value,
        .init(
          codingPath: codingPath, debugDescription: "\(value) can't be represented in JSON"))
    }
    return .number(number)
  }
}

/// A JSON value that is put together by the containers of an encoder.
final class JSONValueBuilder {
  private enum Content {
    case value(JSONValue)
    case array([JSONValueBuilder])
    case object([(key: String, value: JSONValueBuilder)])
  }

  /// Types that encode nothing are empty objects.
  private var content = Content.object([])

  var value: JSONValue {
    switch content {
    case .value(let value): value
    case .array(let items): .array(items.map(\.value))
    case .object(let members): .object(JSONObject(members.map { ($0.key, $0.value.value) }))
    }
  }

  /// The number of items of an array.
  var count: Int { if case .array(let items) = content { items.count } else { 0 } }

  func set(_ value: JSONValue) { content = .value(value) }

  func beginArray() { if case .array = content {} else { content = .array([]) } }

  func beginObject() { if case .object = content {} else { content = .object([]) } }

  /// Adds an item to an array.
  func addItem() -> JSONValueBuilder {
    let item = JSONValueBuilder()
    guard case .array(var items) = content else { return item }
    content = .value(.null)
    items.append(item)
    content = .array(items)
    return item
  }

  /// The member of an object under a key; a new one, unless the key was encoded before.
  func member(_ key: String) -> JSONValueBuilder {
    guard case .object(var members) = content else { return JSONValueBuilder() }
    if let member = members.last(where: { $0.key.isSameOnWire(as: key) }) { return member.value }
    let member = JSONValueBuilder()
    content = .value(.null)
    members.append((key, member))
    content = .object(members)
    return member
  }
}
