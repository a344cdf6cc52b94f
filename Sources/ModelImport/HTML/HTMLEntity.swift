/// Character references: `&quot;`, `&#215;`, `&#xD7;`.
enum HTMLEntity {
  /// The text that the reference at `start` stands for, and its length; nil where there is none or
  /// its name is not known, so that it stays as it is.
  static func decode(_ bytes: ArraySlice<UInt8>, at start: Int) -> (text: [UInt8], length: Int)? {
    let rest = bytes[(start + 1)...].prefix(40)
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "#") { return decodeNumber(rest.dropFirst()) }
    let name = rest.prefix { $0.isLetter || $0.isDigit }
    let hasEnd = rest.dropFirst(name.count).first == UInt8(ascii: ";")
    let word = String(decoding: name, as: UTF8.self)
    if hasEnd, let scalar = HTMLEntityNames.scalars[word] {
      return (utf8(scalar), name.count + 2)
    }
    // These may lack their end, as browsers know from the oldest of pages.
    for legacy in ["amp", "quot", "lt", "gt", "nbsp"] where !hasEnd && word == legacy {
      guard let scalar = HTMLEntityNames.scalars[legacy] else { continue }
      return (utf8(scalar), legacy.utf8.count + 1)
    }
    return nil
  }

  private static func decodeNumber(_ rest: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
    let isHex = rest.first?.lowercased == UInt8(ascii: "x")
    let afterMark = isHex ? rest.dropFirst() : rest
    let digits = afterMark.prefix { byte in
      byte.isDigit || (isHex && byte.lowercased &- UInt8(ascii: "a") < 6)
    }
    guard !digits.isEmpty, digits.count <= 12,
      let value = UInt64(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10)
    else { return nil }
    let hasEnd = afterMark.dropFirst(digits.count).first == UInt8(ascii: ";")
    let length = 2 + (isHex ? 1 : 0) + digits.count + (hasEnd ? 1 : 0)
    return (utf8(meant(by: UInt32(clamping: value))), length)
  }

  /// 128 to 159 are meant as Windows has them, which browsers follow.
  private static func meant(by value: UInt32) -> UInt32 {
    guard (128...159).contains(value) else { return value }
    let windows: [UInt32] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    return windows[Int(value - 128)]
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// A text with every reference decoded.
  static func decodeAll(_ bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let entity = decode(bytes, at: index) {
        decoded += entity.text
        index += entity.length
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
