import ModelCore

/// Finds the title and the description of a model in the lines before its first command.
struct PageTitle {
  var title = ""
  var description = ""

  /// - Parameters:
  ///   - lines: What stands before the model's first command.
  ///   - heading: The heading that markup marks as the page's own, if it does.
  init(lines: [String], id: String, heading: String?) {
    let lines = lines.map(PageTitle.withoutMarks).filter { !$0.isEmpty }
    let start: Int
    if let heading, !TextQuality.isPlaceholder(heading) {
      title = heading
      start = (lines.firstIndex { $0.isSameOnWire(as: heading) } ?? -1) + 1
    } else if let idLine = lines.firstIndex(where: { $0.isSameOnWire(as: id) }) {
      if idLine > 0, PageTitle.isTitle(lines[idLine - 1], id) { title = lines[idLine - 1] }
      start = idLine
    } else {
      readHead(lines, id)
      return
    }
    // Headings and lists of contents follow where there is no description.
    for line in lines[start...].prefix(2) where !line.isSameOnWire(as: id) {
      guard PageTitle.isSentence(line, id) else { break }
      description = line
      break
    }
  }

  /// A page that begins with its title: the description below it tells that it is one.
  private mutating func readHead(_ lines: [String], _ id: String) {
    guard let sentence = lines.firstIndex(where: { PageTitle.isSentence($0, id) }) else { return }
    let before = lines[..<sentence].last
    guard let before, PageTitle.isTitle(before, id), !lines[..<sentence].contains(id) else {
      return
    }
    title = before
    description = lines[sentence]
  }

  private static func isTitle(_ line: String, _ id: String) -> Bool {
    !line.contains(id) && !line.contains("modelApiDoc_") && !TextQuality.isPlaceholder(line)
      && line.utf8.count <= 300 && !isBullet(line)
  }

  private static func isSentence(_ line: String, _ id: String) -> Bool {
    guard isTitle(line, id) || line.utf8.count > 300, !line.contains(id),
      !line.contains("modelApiDoc_"), !isBullet(line), !line.contains("://")
    else { return false }
    let isEnded = [".", "!", "?", "。", "！", "…"].contains { line.hasSuffix($0) }
    return isEnded && line.utf8.count >= 20 || line.utf8.count >= 80
  }

  private static func isBullet(_ line: String) -> Bool {
    ["•", "- ", "* ", "· "].contains { line.hasPrefix($0) }
  }

  /// A line without the marks of Markdown around it.
  private static func withoutMarks(_ line: String) -> String {
    var bytes = Array(line.utf8).trimmed
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    if hashes > 0, bytes.dropFirst(hashes).first == UInt8(ascii: " ") {
      bytes = bytes.dropFirst(hashes).trimmed
    }
    for mark in ["**", "`", "_"] {
      let mark = Array(mark.utf8)
      if bytes.count > 2 * mark.count, bytes.starts(with: mark),
        bytes.suffix(mark.count).elementsEqual(mark)
      {
        bytes = bytes.dropFirst(mark.count).dropLast(mark.count)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
