/// Byte order marks, blanks, words and numbers.
extension JSONParser {
  mutating func skipByteOrderMark() throws(JSONSyntaxError) {
    let bytes = UnsafeBufferPointer(start: text, count: count)
    position = ByteOrderMark.length(in: bytes)
    guard count >= 2 else { return }
    let start = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
    let isMarked = start == 0xFEFF || start == 0xFFFE
    // JSON begins with ASCII, which UTF-16 pads with zeros.
    let isPadded = (bytes[0] == 0) != (bytes[1] == 0)
    if isMarked || isPadded { throw failure("the text is UTF-16; save it as UTF-8") }
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

  mutating func parseWord(_ word: StaticString, _ kind: JSONKind) throws(JSONSyntaxError) {
    let length = word.utf8CodeUnitCount
    guard count - position >= length else { throw failure("a JSON value must stand here") }
    for index in 0..<length where text[position + index] != word.utf8Start[index] {
      throw failure("a JSON value must stand here")
    }
    append(kind, from: position, to: position + length)
    position += length
  }

  mutating func parseNumber() throws(JSONSyntaxError) {
    let start = position
    if current == ASCII.minus { position += 1 }
    if current == ASCII.zero {
      position += 1
      if ASCII.isDigit(current) { throw failure("a number must not begin with 0", at: start) }
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

  private mutating func skipDigits() throws(JSONSyntaxError) {
    guard ASCII.isDigit(current) else { throw failure("a digit must stand here") }
    repeat { position += 1 } while ASCII.isDigit(current)
  }
}
