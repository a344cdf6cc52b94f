/// Finds the end of a JSON object inside other text.
///
/// A page's text goes on right behind its JSON, often without a blank. This walks over the tokens
/// just closely enough to tell JSON from the braces of prose; the parser then decides.
struct JSONExtent {
  enum End {
    /// The object is closed; the index is one past its brace.
    case closed(Int)
    /// This byte can't stand where it does.
    case broken(Int)
    /// The text is over first.
    case cutOff
  }

  let end: End
  /// Keys of the object itself and of the objects right inside it, as they are spelled.
  let outerKeys: [String]
  let innerKeys: [String]
  /// Blanks that JSON doesn't know, such as the no-break space, outside of strings.
  let foreignBlanks: [Range<Int>]

  private static var maximumDepth: Int { 256 }
  private static var keptKeys: Int { 64 }

  /// - Parameter start: The index of a `{`.
  init(in bytes: [UInt8], from start: Int) {
    var walker = Walker(bytes: bytes, index: start)
    end = walker.walk()
    outerKeys = walker.outerKeys
    innerKeys = walker.innerKeys
    foreignBlanks = walker.foreignBlanks
  }

  private struct Walker {
    let bytes: [UInt8]
    var index: Int
    var open: [UInt8] = []
    var outerKeys: [String] = []
    var innerKeys: [String] = []
    var foreignBlanks: [Range<Int>] = []
    var lastString = 0..<0
    /// Right behind an opening brace only a key or the closing brace may follow.
    var isAfterBrace = false

    mutating func walk() -> End {
      while index < bytes.count {
        let byte = bytes[index]
        if let blank = blankLength {
          if !isBlankOfJSON(byte) { foreignBlanks.append(index..<index + blank) }
          index += blank
          continue
        }
        if isAfterBrace, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "}") {
          return .broken(index)
        }
        isAfterBrace = false
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          guard open.count < JSONExtent.maximumDepth else { return .broken(index) }
          // Brackets and braces lie two apart in ASCII, each from its own closing one.
          open.append(byte + 2)
          isAfterBrace = byte == UInt8(ascii: "{")
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard open.popLast() == byte else { return .broken(index) }
          if open.isEmpty { return .closed(index + 1) }
        case UInt8(ascii: "\""):
          if let end = walkString() { return end }
          continue
        case UInt8(ascii: ":"): noteKey()
        case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): break
        default:
          guard byte.isLetter || byte.isDigit else { return .broken(index) }
          if let end = walkWord() { return end }
          continue
        }
        index += 1
      }
      return .cutOff
    }

    private mutating func walkString() -> End? {
      let start = index
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          lastString = start + 1..<index
          index += 1
          return nil
        case UInt8(ascii: "\\"): index += 2
        case 0..<0x20: return .broken(index)
        default: index += 1
        }
      }
      index = bytes.count
      return .cutOff
    }

    /// A number or one of the three words of JSON; prose is noticed at its first letter.
    private mutating func walkWord() -> End? {
      let start = index
      while index < bytes.count, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
      if bytes[start].isDigit { return nil }
      let word = bytes[start..<index]
      let known: [StaticString] = ["true", "false", "null"]
      for candidate in known where word.count == candidate.utf8CodeUnitCount {
        if word.hasLowercased(candidate, at: start) { return nil }
      }
      let isPrefix = known.contains { candidate in
        candidate.utf8CodeUnitCount > word.count
          && zip(word, 0..<word.count).allSatisfy { $0 == candidate.utf8Start[$1] }
      }
      if index == bytes.count, isPrefix { return .cutOff }
      index = start
      return .broken(start)
    }

    private mutating func noteKey() {
      guard open.last == UInt8(ascii: "}"), lastString.count <= 64 else { return }
      let isOuter = open.count == 1 && outerKeys.count < JSONExtent.keptKeys
      let isInner = open.count == 2 && innerKeys.count < JSONExtent.keptKeys
      guard isOuter || isInner else { return }
      let key = String(decoding: bytes[lastString], as: UTF8.self)
      if isOuter { outerKeys.append(key) } else { innerKeys.append(key) }
    }

    private func isBlankOfJSON(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || byte.isLineEnd
    }

    /// The length of the blank here: of JSON's own, or of Unicode's that pages indent with.
    private var blankLength: Int? {
      let byte = bytes[index]
      if byte.isBlank { return 1 }
      guard byte >= 0xC2 else { return nil }
      let rest = bytes[index...]
      let blanks: [[UInt8]] = [
        [0xC2, 0xA0], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x83],
        [0xE2, 0x80, 0x82], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0xA8], [0xE3, 0x80, 0x80],
        [0xEF, 0xBB, 0xBF],
      ]
      return blanks.first { rest.starts(with: $0) }?.count
    }
  }
}
