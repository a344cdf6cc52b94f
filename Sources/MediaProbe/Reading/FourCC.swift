/// The four letters that name a box, a chunk or a brand.
struct FourCC: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(stringLiteral letters: StaticString) {
    rawValue = letters.withUTF8Buffer { bytes in
      bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// The letters, with a question mark for whatever is not printable.
  var description: String {
    var text = ""
    for shift in [24, 16, 8, 0] as [UInt32] {
      let byte = UInt8(truncatingIfNeeded: rawValue >> shift)
      text.unicodeScalars.append((0x20...0x7E).contains(byte) ? Unicode.Scalar(byte) : "?")
    }
    return text
  }
}
