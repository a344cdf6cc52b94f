/// Blanks, words, numbers and strings.
extension JSONParser {
  mutating func skipByteOrderMark() throws(JSONSyntaxError) {
    if bytes.starts(with: ByteOrderMark.utf8) {
      position = ByteOrderMark.utf8.count
    } else if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw failure("the text is UTF-16; save it as UTF-8")
    }
  }

  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        position += 1
        lineStarts.append(UInt32(truncatingIfNeeded: position))
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      default:
        return
      }
    }
  }

  mutating func parseWord(_ word: StaticString, _ kind: JSONKind) throws(JSONSyntaxError) {
    let start = position
    let count = word.utf8CodeUnitCount
    guard bytes.count - start >= count else { throw failure("a JSON value must stand here") }
    for index in 0..<count where bytes[start + index] != word.utf8Start[index] {
      throw failure("a JSON value must stand here", at: start)
    }
    position += count
    append(kind, from: start, to: position)
  }

  mutating func parseNumber() throws(JSONSyntaxError) {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
      if JSONParser.isDigit(current) { throw failure("a number must not begin with 0", at: start) }
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
    append(.number, from: start, to: position)
  }

  private mutating func skipDigits() throws(JSONSyntaxError) {
    guard JSONParser.isDigit(current) else { throw failure("a digit must stand here") }
    repeat { position += 1 } while JSONParser.isDigit(current)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  mutating func parseString() throws(JSONSyntaxError) {
    let start = position
    var hasEscapes = false
    position += 1
    while true {
      guard position < bytes.count else { throw failure("the string has no end", at: start) }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try skipEscape()
      } else if byte < 0x20 {
        throw failure(
          byte == UInt8(ascii: "\n")
            ? "the string has no end on its line" : "a control character must be escaped")
      } else if byte < 0x80 {
        position += 1
      } else {
        try skipNonASCII()
      }
    }
    position += 1
    append(.string, from: start, to: position, hasEscapes: hasEscapes)
  }

  private mutating func skipEscape() throws(JSONSyntaxError) {
    let start = position
    position += 1
    switch current {
    case UInt8(ascii: "u"):
      let unit = try parseHexUnit(escapeStart: start)
      if unit & 0xFC00 == 0xDC00 {
        throw failure("the second half of a surrogate pair stands alone", at: start)
      }
      guard unit & 0xFC00 == 0xD800 else { return }
      guard current == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      else { throw failure("the first half of a surrogate pair stands alone", at: start) }
      position += 1
      let second = try parseHexUnit(escapeStart: start)
      guard second & 0xFC00 == 0xDC00 else {
        throw failure("the first half of a surrogate pair stands alone", at: start)
      }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    default:
      throw failure("no such escape; write \\\\ for a backslash", at: start)
    }
  }

  /// Reads `uXXXX`, the cursor being on the `u`.
  private mutating func parseHexUnit(escapeStart: Int) throws(JSONSyntaxError) -> UInt32 {
    position += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = JSONStringDecoder.hexValue(current) else {
        throw failure("four hexadecimal digits must follow \\u", at: escapeStart)
      }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  /// One scalar of two to four bytes, by the table of well-formed sequences in the Unicode Standard.
  private mutating func skipNonASCII() throws(JSONSyntaxError) {
    let lead = bytes[position]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    var isValid =
      length > 0 && bytes.count - position >= length && second.contains(bytes[position + 1])
    var index = 2
    while isValid && index < length {
      isValid = bytes[position + index] & 0xC0 == 0x80
      index += 1
    }
    guard isValid else { throw failure("the text is not UTF-8 here; save it as UTF-8") }
    position += length
  }
}
