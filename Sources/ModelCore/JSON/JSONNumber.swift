/// A JSON number that keeps the text it was written as.
///
/// `1.0`, `1e400` and an integer of 40 digits all survive a round trip. Two numbers are equal if
/// they have the same value, such as `1` and `1.0`.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
  /// The number as JSON text.
  public let text: String

  init(checkedText text: String) { self.text = text }

  /// Creates a number from its JSON text, or `nil` if the text isn't a valid JSON number.
  public init?(text: String) {
    guard let document = try? JSONDocument(parsing: text), document.root.kind == .number,
      document.root.byteRange.count == document.bytes.count
    else { return nil }
    self.text = text
  }

  /// Creates a number from an integer.
  public init(_ value: Int) { text = String(value) }

  /// Creates a number from an integer of any size.
  public init(_ value: some BinaryInteger) { text = String(value) }

  /// Creates a number, or `nil` for an infinity or NaN, which JSON can't represent.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// Creates a number, or `nil` for an infinity or NaN, which JSON can't represent.
  public init?(_ value: Float) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// The number as JSON text.
  public var description: String { text }

  /// The number as an integer, or `nil` if it has a fractional part or doesn't fit.
  ///
  /// `5.0` and `5e0` are the integer 5.
  public var int: Int? {
    if let value = Int(text) { return value }
    return decimal.int
  }

  /// The number as the nearest floating-point value, which is infinite for numbers beyond the range
  /// of `Double`.
  public var double: Double { Double(text) ?? .nan }

  /// The exact value.
  package var decimal: JSONDecimal { JSONDecimal(text) }

  /// Returns a Boolean value that indicates whether two numbers have the same value.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.text == right.text || left.decimal == right.decimal
  }

  /// Hashes the value of the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(decimal) }
}

extension JSONNumber: Comparable {
  /// Returns a Boolean value that indicates whether a number is less than another, comparing their
  /// exact values.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    left.decimal < right.decimal
  }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Creates a number from an integer literal.
  public init(integerLiteral value: Int) { self.init(value) }

  /// Creates a number from a floating-point literal.
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}
