/// Breaks text into lines.
enum TextWrapper {
  /// Lines of at most `width` characters, broken at blanks; a longer word is cut.
  static func wrap(_ text: String, width: Int) -> [String] {
    let width = max(width, 20)
    if text.utf8.count <= width { return [text] }
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
}
