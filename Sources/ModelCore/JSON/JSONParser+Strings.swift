/// Strings: their ends, their escapes and their UTF-8.
extension JSONParser {
  mutating func parseString() throws(JSONParsingError) {
    let start = position
    var hasEscapes = false
    position += 1
    while true {
      skipPlainASCII()
      guard position < count else { throw failure("unterminated string", at: start) }
      let byte = text[position]
      if byte == ASCII.quote { break }
      if byte == ASCII.backslash {
        hasEscapes = true
        try skipEscape()
      } else if byte < ASCII.space {
        throw failure(
          byte == ASCII.lineFeed
            ? "unterminated string; write a line break as \\n" : "unescaped control character")
      } else {
        guard let length = UTF8Sequence.length(at: position, of: text, count: count) else {
          throw failure("invalid UTF-8; save the text as UTF-8")
        }
        places.addScalar(at: position, length: length)
        position += length
      }
    }
    position += 1
    append(.string, from: start, to: position, hasEscapes: hasEscapes)
  }

  /// Goes on to the next byte that needs a look: this is where most of a text is read.
  private mutating func skipPlainASCII() {
    let (text, count) = (text, count)
    var cursor = position
    while cursor < count {
      let byte = text[cursor]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 { break }
      cursor += 1
    }
    position = cursor
  }

  private mutating func skipEscape() throws(JSONParsingError) {
    let start = position
    position += 1
    switch current {
    case UInt8(ascii: "u"):
      let unit = try parseHexUnit(escapeStart: start)
      if unit & 0xFC00 == 0xDC00 {
        throw failure("unpaired low surrogate", at: start)
      }
      guard unit & 0xFC00 == 0xD800 else { return }
      guard current == ASCII.backslash, position + 1 < count,
        text[position + 1] == UInt8(ascii: "u")
      else { throw failure("unpaired high surrogate", at: start) }
      position += 1
      let second = try parseHexUnit(escapeStart: position - 1)
      guard second & 0xFC00 == 0xDC00 else {
        throw failure("unpaired high surrogate", at: start)
      }
    case ASCII.quote, ASCII.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    default:
      throw failure("invalid escape sequence; write \\\\ for a backslash", at: start)
    }
  }

  /// Reads `uXXXX`, the cursor being on the `u`.
  private mutating func parseHexUnit(escapeStart: Int) throws(JSONParsingError) -> UInt32 {
    position += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = JSONStringDecoder.hexValue(current) else {
        throw failure("expected four hexadecimal digits after \\u", at: escapeStart)
      }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }
}
