public import JSONTree

/// What a key of an output can be read as.
public protocol OutputValue: Sendable {
  /// Nil where the JSON is of another kind.
  init?(reading json: JSONValue)
}

extension JSONValue {
  /// The value of a key; nil where the key is missing or holds something else. Emitted outputs read
  /// their properties with it.
  public func read<Value: OutputValue>(_ key: String, as type: Value.Type) -> Value? {
    self[key].flatMap(Value.init(reading:))
  }
}

extension String: OutputValue {
  public init?(reading json: JSONValue) {
    guard let text = json.string else { return nil }
    self = text
  }
}

extension Int: OutputValue {
  /// A number without a fraction, `5.0` included.
  public init?(reading json: JSONValue) {
    guard let int = json.int else { return nil }
    self = int
  }
}

extension Double: OutputValue {
  public init?(reading json: JSONValue) {
    guard let double = json.double else { return nil }
    self = double
  }
}

extension Bool: OutputValue {
  public init?(reading json: JSONValue) {
    guard let bool = json.bool else { return nil }
    self = bool
  }
}

extension JSONValue: OutputValue {
  public init?(reading json: JSONValue) { self = json }
}

extension Array: OutputValue where Element: OutputValue {
  /// Items of another kind are left out, so that one odd item doesn't hide the others.
  public init?(reading json: JSONValue) {
    guard let items = json.array else { return nil }
    self = items.compactMap(Element.init(reading:))
  }
}

extension Optional: OutputValue where Wrapped: OutputValue {
  /// For lists in which null keeps a place.
  public init?(reading json: JSONValue) {
    self = json.kind == .null ? nil : Wrapped(reading: json)
  }
}
