public import ModelCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONValue: Codable {
  /// Creates a value by decoding any JSON value.
  ///
  /// Integers of up to 64 bits and decimal numbers keep their exact value as far as the decoder
  /// supports it. `JSONDecoder` doesn't preserve the order of keys; ``init(parsing:)-(String)``
  /// does.
  ///
  /// - Throws: `DecodingError` if the decoder's value can't be represented as JSON.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      self = decoder.value
    } else if let scalar = JSONValue(scalarOf: decoder) {
      self = scalar
    } else if var items = try? decoder.unkeyedContainer() {
      var array: [JSONValue] = []
      while !items.isAtEnd { array.append(try items.decode(JSONValue.self)) }
      self = .array(array)
    } else if let number = JSONNumber(fractionOf: decoder) {
      self = .number(number)
    } else {
      let members = try decoder.container(keyedBy: JSONKey.self)
      self = .object(
        JSONObject(
          try members.allKeys.map {
            ($0.stringValue, try members.decode(JSONValue.self, forKey: $0))
          }
        ))
    }
  }

  /// The kinds of values that decoders agree on.
  private init?(scalarOf decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let int = try? container.decode(Int.self) {
      self = .number(JSONNumber(int))
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else {
      return nil
    }
  }

  /// Encodes the value.
  ///
  /// `JSONEncoder` doesn't preserve the order of keys; ``description`` does.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try value.encode(to: encoder)
    case .number(let number): try number.encode(to: encoder)
    case .string(let value): try value.encode(to: encoder)
    case .array(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .object(let object): try object.encode(to: encoder)
    }
  }
}

extension JSONObject: Codable {
  /// Creates an object by decoding a JSON object.
  ///
  /// - Throws: `DecodingError` if the decoder's value isn't an object.
  public init(from decoder: any Decoder) throws {
    guard let object = try JSONValue(from: decoder).object else {
      throw DecodingError.typeMismatch(
        JSONObject.self,
        .init(codingPath: decoder.codingPath, debugDescription: "expected a JSON object"))
    }
    self = object
  }

  /// Encodes the object.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: JSONKey.self)
    for (key, value) in self { try container.encode(value, forKey: JSONKey(stringValue: key)) }
  }
}

extension JSONNumber: Codable {
  /// Creates a number by decoding a JSON number.
  ///
  /// - Throws: `DecodingError` if the decoder's value isn't a number.
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? JSONValueDecoder {
      self = try decoder.number(as: JSONNumber.self)
    } else if let int = try? decoder.singleValueContainer().decode(Int.self) {
      self.init(int)
    } else if let number = JSONNumber(fractionOf: decoder) {
      self = number
    } else {
      throw DecodingError.typeMismatch(
        JSONNumber.self,
        .init(codingPath: decoder.codingPath, debugDescription: "expected a JSON number"))
    }
  }

  /// Reads a number that doesn't fit an `Int`: as a decimal where that is exact, and otherwise as a
  /// double.
  fileprivate init?(fractionOf decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    if let integer = try? container.decode(UInt64.self) {
      self.init(integer)
      return
    }
    let double = try? container.decode(Double.self)
    if let decimal = try? container.decode(Decimal.self), let number = JSONNumber(decimal),
      double == nil || number.double == double
    {
      self = number
    } else if let double {
      self.init(double)
    } else {
      return nil
    }
  }

  /// Encodes the number as the first of these types that represents its value exactly: `Int`,
  /// `UInt64`, `Double`, `Decimal`; and otherwise as the nearest `Double`.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let double = double
    if let int {
      try container.encode(int)
    } else if let integer = UInt64(text) {
      try container.encode(integer)
    } else if JSONNumber(double) == self {
      try container.encode(double)
    } else if let decimal = Decimal(string: text), JSONNumber(decimal) == self {
      try container.encode(decimal)
    } else {
      try container.encode(double)
    }
  }
}

/// The key of a member of any object.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}
