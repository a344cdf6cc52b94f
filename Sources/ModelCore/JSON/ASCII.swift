/// The bytes that JSON's grammar is made of.
///
/// `UInt8(ascii:)` says the same, but is a call into the library wherever code isn't optimised.
enum ASCII {
  static var lineFeed: UInt8 { 0x0A }
  static var space: UInt8 { 0x20 }
  static var quote: UInt8 { 0x22 }
  static var comma: UInt8 { 0x2C }
  static var minus: UInt8 { 0x2D }
  static var zero: UInt8 { 0x30 }
  static var colon: UInt8 { 0x3A }
  static var openingBracket: UInt8 { 0x5B }
  static var backslash: UInt8 { 0x5C }
  static var closingBracket: UInt8 { 0x5D }
  static var openingBrace: UInt8 { 0x7B }
  static var closingBrace: UInt8 { 0x7D }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
