/// A JSON number as it was spelled.
///
/// `1.0`, `1e400` and a 40-digit integer all survive a round trip. Two numbers are equal when they
/// mean the same: `1` and `1.0`.
public struct JSONNumber: Sendable, Hashable, CustomStringConvertible {
  /// The spelling, by the grammar of JSON.
  public let text: String

  init(checkedText text: String) { self.text = text }

  /// A spelling from elsewhere; nil if it is no JSON number.
  public init?(text: String) {
    guard let document = try? JSONDocument(parsing: text), document.root.kind == .number,
      document.root.byteRange.count == document.bytes.count
    else { return nil }
    self.text = text
  }

  public init(_ value: Int) { text = String(value) }

  /// Nil for infinities and for what is not a number, which JSON cannot say.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  public var description: String { text }

  /// The value, if it is an integer that fits; `5.0` and `5e0` are.
  public var int: Int? {
    if let value = Int(text) { return value }
    return decimal.int
  }

  /// The nearest double; infinite where the number is too large.
  public var double: Double { Double(text) ?? .nan }

  /// The exact value.
  public var decimal: JSONDecimal { JSONDecimal(text) }

  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.text == right.text || left.decimal == right.decimal
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(decimal) }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}
