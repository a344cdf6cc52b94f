/// A value of which a schema publishes the ones there are.
///
/// The set is open: schemas drift, and a value that came after these bindings must stay sendable.
/// So a published value is a member, `.size2304x1728`, and any other can be given by its raw
/// value. Validation reports one that isn't published.
///
/// Emitted types carry few conformances on purpose: each costs whoever compiles them. For the same
/// reason this is several protocols together, and no protocol that inherits from them; what is to be
/// added to all published values goes into an extension of ``OpenValue``.
public typealias PublishedValue = OpenValue & Hashable & CustomStringConvertible

/// A value of an open set. See ``PublishedValue``.
public protocol OpenValue: FieldValue, OutputValue {
  /// Whether the schema that these bindings were made from has the value.
  var isPublished: Bool { get }

  /// The value as messages show it.
  var shown: String { get }

  /// How many values the schema has.
  static var publishedCount: Int { get }
}

/// A published value that is a string, and can be given as a literal.
public typealias PublishedString = OpenString & Hashable & CustomStringConvertible
  & ExpressibleByStringLiteral

/// A string of an open set. See ``PublishedString``.
public protocol OpenString: OpenValue {
  /// The value as it goes over the wire.
  var rawValue: String { get }

  /// Emitted members call it; everybody else says ``init(rawValue:)``.
  init(_ rawValue: String, isPublished: Bool)

  /// The values that the schema has, in its order.
  static var allCases: [Self] { get }
}

/// A published value that is a whole number, and can be given as a literal.
public typealias PublishedInteger = OpenInteger & Hashable & CustomStringConvertible
  & ExpressibleByIntegerLiteral

/// A whole number of an open set. See ``PublishedInteger``.
public protocol OpenInteger: OpenValue {
  /// The value as it goes over the wire.
  var rawValue: Int { get }

  /// Emitted members call it; everybody else says ``init(rawValue:)``.
  init(_ rawValue: Int, isPublished: Bool)

  /// The values that the schema has, in its order.
  static var allCases: [Self] { get }
}

/// A published value that is a number, and can be given as a literal.
public typealias PublishedNumber = OpenNumber & Hashable & CustomStringConvertible
  & ExpressibleByFloatLiteral

/// A number of an open set. See ``PublishedNumber``.
public protocol OpenNumber: OpenValue {
  /// The value as it goes over the wire.
  var rawValue: Double { get }

  /// Emitted members call it; everybody else says ``init(rawValue:)``.
  init(_ rawValue: Double, isPublished: Bool)

  /// The values that the schema has, in its order.
  static var allCases: [Self] { get }
}
