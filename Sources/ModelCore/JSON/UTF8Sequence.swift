/// The encoding of a non-ASCII scalar in UTF-8, by the table of well-formed sequences in the
/// Unicode Standard. Overlong encodings, surrogates and values above U+10FFFF aren't valid.
enum UTF8Sequence {
  /// Continuation bytes belong to the scalar before them.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The number of bytes of the scalar that begins at `start`; nil if there isn't a
  /// well-formed scalar beyond ASCII.
  static func length(at start: Int, of text: UnsafePointer<UInt8>, count: Int) -> Int? {
    let lead = text[start]
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard count - start >= length else { return nil }
    let second = text[start + 1]
    guard second >= lowestSecond(after: lead), second <= highestSecond(after: lead) else {
      return nil
    }
    if length > 2, !isContinuation(text[start + 2]) { return nil }
    if length > 3, !isContinuation(text[start + 3]) { return nil }
    return length
  }

  private static func lowestSecond(after lead: UInt8) -> UInt8 {
    lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  }

  private static func highestSecond(after lead: UInt8) -> UInt8 {
    lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  }

  /// Appends the bytes of a scalar.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
    }
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
    case ..<0x10000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(continuation(6))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(continuation(12))
      bytes.append(continuation(6))
    }
    if scalar >= 0x80 { bytes.append(continuation(0)) }
  }
}

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
