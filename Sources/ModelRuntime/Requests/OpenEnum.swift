@_spi(Generated) public import ModelCore

/// A value of a set that a schema lists and that may grow.
///
/// The values that the schema lists are static members, such as `.size2304x1728`. Any other value can
/// be created from its raw value or from a literal, because a service may accept values that it added
/// after the bindings were generated. Validation reports a value that isn't known.
public protocol OpenEnum: FieldValue, RawRepresentable, CaseIterable, Hashable, Codable,
  CustomStringConvertible
where RawValue: OpenEnumRawValue {
  /// The raw values that the schema lists, in its order.
  static var knownValues: [RawValue] { get }

  /// Creates a value from any raw value, known or not.
  init(rawValue: RawValue)
}

extension OpenEnum {
  /// The values that the schema lists, in its order.
  public static var allCases: [Self] { knownValues.map(Self.init(rawValue:)) }

  /// A Boolean value that indicates whether the schema lists the value.
  public var isKnown: Bool { rawValue.isContained(in: Self.knownValues) }

  public var description: String { "\(rawValue)" }

  /// Returns a Boolean value that indicates whether two values are encoded alike.
  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.isEncoded(like: right.rawValue)
  }

  /// Returns a Boolean value that indicates whether two values are encoded differently.
  public static func != (left: Self, right: Self) -> Bool {
    !left.rawValue.isEncoded(like: right.rawValue)
  }

  public func hash(into hasher: inout Hasher) { rawValue.hashEncoded(into: &hasher) }

  public var hashValue: Int { Hasher.value(hash(into:)) }
}

extension OpenEnum where RawValue == String {
  /// Creates a value from a string literal, known or not.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension OpenEnum where RawValue == Int {
  /// Creates a value from an integer literal, known or not.
  public init(integerLiteral value: Int) { self.init(rawValue: value) }
}

extension OpenEnum where RawValue == Double {
  /// Creates a value from a floating-point literal, known or not.
  public init(floatLiteral value: Double) { self.init(rawValue: value) }
}

@_spi(Generated) extension OpenEnum {
  public func writeValue(to writer: inout FieldWriter) { rawValue.writeValue(to: &writer) }

  public init?(reading json: JSONValue, _ issues: inout ValidationIssues) {
    guard let rawValue = RawValue(reading: json, &issues) else { return nil }
    self.init(rawValue: rawValue)
  }
}

/// A raw value of an ``OpenEnum``: a string, an integer or a floating-point number.
///
/// Strings are compared as they are encoded: two spellings of `é` are two values.
public protocol OpenEnumRawValue: FieldValue, Hashable, Codable {
  @_spi(Generated) func isEncoded(like other: Self) -> Bool
  @_spi(Generated) func isContained(in values: [Self]) -> Bool
  @_spi(Generated) func hashEncoded(into hasher: inout Hasher)
  /// The value as it appears in messages.
  @_spi(Generated) var quoted: String { get }
}

@_spi(Generated) extension OpenEnumRawValue {
  public func isEncoded(like other: Self) -> Bool { self == other }
  public func isContained(in values: [Self]) -> Bool { values.contains(self) }
  public func hashEncoded(into hasher: inout Hasher) { hash(into: &hasher) }
  public var quoted: String { "\(self)" }
}

extension String: OpenEnumRawValue {
  @_spi(Generated) public func isEncoded(like other: String) -> Bool { isSameOnWire(as: other) }

  @_spi(Generated) public func isContained(in values: [String]) -> Bool {
    values.contains { isSameOnWire(as: $0) }
  }

  @_spi(Generated) public func hashEncoded(into hasher: inout Hasher) {
    hasher.combine(WireName(self))
  }

  @_spi(Generated) public var quoted: String { ValueText.quoted(self) }
}

extension Int: OpenEnumRawValue {
  @_spi(Generated) public func isContained(in values: [Int]) -> Bool { values.contains(self) }
}

extension Double: OpenEnumRawValue {
  @_spi(Generated) public func isContained(in values: [Double]) -> Bool { values.contains(self) }
}

extension Hasher {
  /// Returns the hash value that the compiler would otherwise synthesize for every type, which would
  /// cost compile time.
  static func value(_ hash: (inout Hasher) -> Void) -> Int {
    var hasher = Hasher()
    hash(&hasher)
    return hasher.finalize()
  }
}
