/// A value of which a schema publishes the ones there are.
///
/// The set is open: schemas drift, and a value that came after these bindings must stay sendable.
/// So a published value is a member, `.size2304x1728`, and any other can be given by its raw
/// value. Validation reports one that isn't published.
public protocol PublishedValue: Sendable, Hashable, RawRepresentable, CaseIterable, FieldValue,
  CustomStringConvertible
where RawValue: PublishedRawValue {
  /// The value, and whether the schema publishes it.
  var value: Published<RawValue> { get }

  /// Wraps a value; emitted members call it.
  init(_ value: Published<RawValue>)

  /// Any value, published or not.
  init(rawValue: RawValue)
}

/// A published value that is a string, and can be given as a literal.
public protocol PublishedString: PublishedValue, ExpressibleByStringLiteral
where RawValue == String {}

/// A published value that is a whole number, and can be given as a literal.
public protocol PublishedInteger: PublishedValue, ExpressibleByIntegerLiteral
where RawValue == Int {}

/// A published value that is a number, and can be given as a literal.
public protocol PublishedNumber: PublishedValue, ExpressibleByFloatLiteral
where RawValue == Double {}

extension PublishedString {
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension PublishedInteger {
  public init(integerLiteral value: Int) { self.init(rawValue: value) }
}

extension PublishedNumber {
  public init(floatLiteral value: Double) { self.init(rawValue: value) }
}

/// What a published value can be on the wire.
public protocol PublishedRawValue: Sendable, Hashable, FieldValue {
  /// Equality as the wire has it.
  func isSameOnWire(as other: Self) -> Bool
  /// The value in a message.
  var shown: String { get }
}

/// A raw value that knows whether it is one of those published, so that validating it is a look at
/// a flag.
public struct Published<RawValue: PublishedRawValue>: Sendable {
  public let rawValue: RawValue
  public let isPublished: Bool

  init(_ rawValue: RawValue, isPublished: Bool) {
    self.rawValue = rawValue
    self.isPublished = isPublished
  }
}

extension PublishedValue {
  public var rawValue: RawValue { value.rawValue }

  /// Whether the schema that these bindings were made from has the value.
  public var isPublished: Bool { value.isPublished }

  /// A value that the schema publishes; emitted members call it.
  public init(published rawValue: RawValue) {
    self.init(Published(rawValue, isPublished: true))
  }

  /// Any value, published or not.
  public init(rawValue: RawValue) {
    let isPublished = Self.allCases.contains { $0.rawValue.isSameOnWire(as: rawValue) }
    self.init(Published(rawValue, isPublished: isPublished))
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.isSameOnWire(as: right.rawValue)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  public func write(to writer: inout FieldWriter) { rawValue.write(to: &writer) }

  public var description: String { rawValue.shown }
}

extension String: PublishedRawValue {
  public var shown: String { self }
}

extension Int: PublishedRawValue {
  public func isSameOnWire(as other: Int) -> Bool { self == other }
  public var shown: String { String(self) }
}

extension Double: PublishedRawValue {
  public func isSameOnWire(as other: Double) -> Bool { self == other }
  public var shown: String { description }
}
