/// Breaks text into lines.
enum TextWrapper {
  /// Lines of at most `width` characters, broken at blanks; a longer word is cut.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(width, 20)
    if text.utf8.count <= width { return [text] }
    var copy = text
    if let lines = copy.withUTF8({ plainLines($0, width: width) }) { return lines }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    func endLine() {
      if lineWidth > 0 { lines.append(line) }
      line = ""
      lineWidth = 0
    }
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      var rest = Substring(word)
      var count = rest.utf8.allSatisfy { $0 < 0x80 } ? rest.utf8.count : rest.count
      if lineWidth > 0, lineWidth + 1 + count > width { endLine() }
      while count > width {
        endLine()
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
        count -= width
      }
      if count == 0 { continue }
      line += lineWidth > 0 ? " " + rest : String(rest)
      lineWidth += count + (lineWidth > 0 ? 1 : 0)
    }
    endLine()
    return lines
  }

  /// The lines of an ASCII text whose words are parted by one blank each and fit on a line, as most
  /// are: slices of it. Nil for every other text.
  private static func plainLines(
    _ text: UnsafeBufferPointer<UInt8>, width: Int
  ) -> [String]? {
    var lines: [String] = []
    var (lineStart, lineEnd, wordStart) = (0, 0, 0)
    for index in 0...text.count {
      if index < text.count, text[index] != UInt8(ascii: " ") {
        if text[index] >= 0x80 { return nil }
        continue
      }
      if index == wordStart || index - wordStart > width { return nil }
      if index - lineStart > width {
        lines.append(String(decoding: text[lineStart..<lineEnd], as: UTF8.self))
        lineStart = wordStart
      }
      (lineEnd, wordStart) = (index, index + 1)
    }
    lines.append(String(decoding: text[lineStart..<lineEnd], as: UTF8.self))
    return lines
  }
}
