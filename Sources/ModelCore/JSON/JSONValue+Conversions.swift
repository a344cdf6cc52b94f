/// Creating values from types of the standard library.
extension JSONValue {
  /// Creates a Boolean value.
  public init(_ value: Bool) { self = .bool(value) }

  /// Creates a string.
  public init(_ text: some StringProtocol) { self = .string(String(text)) }

  /// Creates a number from an integer of any size.
  public init(_ value: some BinaryInteger) { self = .number(JSONNumber(value)) }

  /// Creates a number, or `null` for an infinity or NaN, which JSON can't represent.
  public init(_ value: Double) { self = JSONNumber(value).map { .number($0) } ?? .null }

  /// Creates a number, or `null` for an infinity or NaN, which JSON can't represent.
  public init(_ value: Float) { self = JSONNumber(value).map { .number($0) } ?? .null }

  /// Creates a number.
  public init(_ number: JSONNumber) { self = .number(number) }

  /// Creates an object.
  public init(_ object: JSONObject) { self = .object(object) }
}

/// Creating arrays.
extension JSONValue {
  /// Creates an array.
  public init(_ items: [JSONValue]) { self = .array(items) }

  /// Creates an array of Boolean values.
  public init(_ items: [Bool]) { self = .array(items.map { JSONValue($0) }) }

  /// Creates an array of strings.
  public init(_ items: [some StringProtocol]) { self = .array(items.map { JSONValue($0) }) }

  /// Creates an array of integers.
  public init(_ items: [some BinaryInteger]) { self = .array(items.map { JSONValue($0) }) }

  /// Creates an array of numbers; an infinity or NaN becomes `null`.
  public init(_ items: [Double]) { self = .array(items.map { JSONValue($0) }) }
}

/// Creating objects from dictionaries. The keys of the object are sorted by their UTF-8 bytes.
extension JSONValue {
  /// Creates an object.
  public init(_ members: [String: JSONValue]) { self = .object(JSONObject(members)) }

  /// Creates an object of Boolean values.
  public init(_ members: [String: Bool]) { self.init(members.mapValues { JSONValue($0) }) }

  /// Creates an object of strings.
  public init(_ members: [String: some StringProtocol]) {
    self.init(members.mapValues { JSONValue($0) })
  }

  /// Creates an object of integers.
  public init(_ members: [String: some BinaryInteger]) {
    self.init(members.mapValues { JSONValue($0) })
  }

  /// Creates an object of numbers; an infinity or NaN becomes `null`.
  public init(_ members: [String: Double]) { self.init(members.mapValues { JSONValue($0) }) }
}

/// Creating values from optionals; `nil` becomes `null`.
extension JSONValue {
  /// Creates a Boolean value, or `null` for `nil`.
  public init(_ value: Bool?) { self = value.map { JSONValue($0) } ?? .null }

  /// Creates a string, or `null` for `nil`.
  public init(_ text: (some StringProtocol)?) { self = text.map { JSONValue($0) } ?? .null }

  /// Creates a number from an integer of any size, or `null` for `nil`.
  public init(_ value: (some BinaryInteger)?) { self = value.map { JSONValue($0) } ?? .null }

  /// Creates a number, or `null` for `nil`, an infinity or NaN.
  public init(_ value: Double?) { self = value.map { JSONValue($0) } ?? .null }

  /// Returns the value, or `null` for `nil`.
  public init(_ value: JSONValue?) { self = value ?? .null }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Creates the value `null`.
  public init(nilLiteral: ()) { self = .null }

  /// Creates a Boolean value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Creates a number from an integer literal.
  public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }

  /// Creates a number from a floating-point literal.
  public init(floatLiteral value: Double) { self.init(value) }

  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Creates an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Creates an object; if a key occurs more than once, the last value is used.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements))
  }
}
