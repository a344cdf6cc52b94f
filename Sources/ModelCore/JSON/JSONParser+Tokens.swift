/// Byte order marks, blanks, words and numbers.
extension JSONParser {
  mutating func skipByteOrderMark() throws(JSONParsingError) {
    let bytes = UnsafeBufferPointer(start: text, count: count)
    position = ByteOrderMark.length(in: bytes)
    guard count >= 2 else { return }
    let start = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    let isMarked = start == 0xFEFF || start == 0xFFFE
    // JSON begins with ASCII, which UTF-16 pads with zeros.
    let isPadded = (bytes[0] == 0) != (bytes[1] == 0)
    if isMarked || isPadded { throw failure("the text is encoded as UTF-16; save it as UTF-8") }
  }

  mutating func skipBlanks() {
    while position < count {
      switch text[position] {
      case 0x20, 0x09, 0x0D: position += 1
      case 0x0A:
        position += 1
        places.beginLine(at: position)
      default: return
      }
    }
  }

  mutating func parseWord(_ word: StaticString, _ kind: JSONKind) throws(JSONParsingError) {
    let length = word.utf8CodeUnitCount
    guard count - position >= length else { throw failure("expected a JSON value") }
    for index in 0..<length where text[position + index] != word.utf8Start[index] {
      throw failure("expected a JSON value")
    }
    append(kind, from: position, to: position + length)
    position += length
  }

  mutating func parseNumber() throws(JSONParsingError) {
    let start = position
    if current == ASCII.minus { position += 1 }
    if current == ASCII.zero {
      position += 1
      if ASCII.isDigit(current) { throw failure("a number can't have leading zeros", at: start) }
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      position += 1
      if current == UInt8(ascii: "+") || current == ASCII.minus { position += 1 }
      try skipDigits()
    }
    append(.number, from: start, to: position)
  }

  private mutating func skipDigits() throws(JSONParsingError) {
    guard ASCII.isDigit(current) else { throw failure("expected a digit") }
    repeat { position += 1 } while ASCII.isDigit(current)
  }
}
