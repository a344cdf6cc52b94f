/// Undoes the escapes of a string that the parser has already checked.
enum JSONStringDecoder {
  /// The bytes that the string means.
  ///
  /// - Parameter content: The bytes between the quotes.
  static func decode(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      guard content[index] == UInt8(ascii: "\\"), index + 1 < content.count else {
        decoded.append(content[index])
        index += 1
        continue
      }
      index += 1
      switch content[index] {
      case UInt8(ascii: "u"): index = appendScalar(at: index, of: content, to: &decoded)
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case let other: decoded.append(other)
      }
      index += 1
    }
    return decoded
  }

  /// Appends what `uXXXX`, or a pair of them, stands for; gives the index of the last digit read.
  private static func appendScalar(
    at index: Int, of content: UnsafeBufferPointer<UInt8>, to decoded: inout [UInt8]
  ) -> Int {
    let unit = hexUnit(after: index, of: content)
    guard unit & 0xFC00 == 0xD800 else {
      UTF8Sequence.append(unit, to: &decoded)
      return index + 4
    }
    let low = hexUnit(after: index + 6, of: content)
    UTF8Sequence.append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &decoded)
    return index + 10
  }

  private static func hexUnit(after index: Int, of content: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var unit: UInt32 = 0
    for offset in 1...4 where index + offset < content.count {
      unit = unit << 4 | (hexValue(content[index + offset]) ?? 0)
    }
    return unit
  }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension JSONStringDecoder {
  /// The string that stands for `content`, which needs no work where it holds no escape.
  static func string(_ content: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> String {
    hasEscapes
      ? String(decoding: decode(content), as: UTF8.self) : String(decoding: content, as: UTF8.self)
  }
}
