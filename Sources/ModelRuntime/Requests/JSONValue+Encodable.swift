import JSONTree

/// Lets requests go through any `Encoder`, a log or a store say. What is sent to the service is
/// written directly.
extension JSONValue: Encodable {
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try value.encode(to: encoder)
    case .number(let number):
      if let int = number.int {
        try int.encode(to: encoder)
      } else {
        try number.double.encode(to: encoder)
      }
    case .string(let value): try value.encode(to: encoder)
    case .array(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .object(let object):
      var container = encoder.container(keyedBy: AnyKey.self)
      for (key, value) in object.members {
        try container.encode(value, forKey: AnyKey(stringValue: key))
      }
    }
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
