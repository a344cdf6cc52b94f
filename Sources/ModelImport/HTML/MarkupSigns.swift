/// Tells a saved page from its text.
///
/// A text may well speak of `<pre>` inside a description, and then nothing in it may be decoded;
/// so only markup that stands outside of JSON counts.
enum MarkupSigns {
  /// Returns a Boolean value that indicates whether the text begins with markup.
  static func beginsWithMarkup(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let start = text.firstIndex(where: { !$0.isBlank }), bytes[start] == UInt8(ascii: "<"),
      let tag = HTMLTag(bytes, at: start)
    else { return false }
    return tag.name.isEmpty || ["html", "head", "body"].contains(tag.name)
      || !hasCodeFence(bytes)
  }

  /// Returns a Boolean value that indicates whether there are closing tags, or escaped quotes,
  /// outside the JSON of a text.
  static func areOutside(_ json: EmbeddedJSON, in bytes: [UInt8]) -> Bool {
    guard !hasCodeFence(bytes) else { return false }
    var broken: [Range<Int>] = []
    for fault in json.broken where fault.start >= broken.last?.upperBound ?? 0 {
      broken.append(fault.start..<endOfBroken(fault, in: bytes))
    }
    var start = 0
    for value in (json.values.map(\.range) + broken).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard value.upperBound > start else { continue }
      if hasMarkup(bytes, in: start..<max(start, value.lowerBound)) { return true }
      start = value.upperBound
    }
    return hasMarkup(bytes, in: start..<bytes.count)
  }

  /// JSON with a mistake goes on behind it, line by line; but it isn't a mistake where markup is what
  /// can't stand in JSON.
  private static func endOfBroken(_ broken: EmbeddedJSON.Broken, in bytes: [UInt8]) -> Int {
    guard broken.offset < bytes.count else { return bytes.count }
    if bytes[broken.offset] == UInt8(ascii: "<") || bytes[broken.offset] == UInt8(ascii: "&") {
      return broken.start
    }
    var end = broken.offset
    let starts = Set("\"{}[],".utf8)
    while end < bytes.count {
      let lineEnd = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      end = min(lineEnd + 1, bytes.count)
      guard let next = bytes[end...].first(where: { !$0.isBlank }), starts.contains(next) else {
        break
      }
    }
    return end
  }

  private static func hasMarkup(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].dropFirst().first == UInt8(ascii: "/"),
        HTMLTag(bytes, at: index) != nil
      {
        return true
      }
      if bytes[index] == UInt8(ascii: "&") {
        let signs: [StaticString] = ["&quot;", "&#34;", "&#x22;"]
        if signs.contains(where: { bytes.hasLowercased($0, at: index) }) { return true }
      }
      index += 1
    }
    return false
  }

  /// Markdown keeps its code between fences, where nothing is escaped.
  private static func hasCodeFence(_ bytes: [UInt8]) -> Bool {
    bytes.contains("\n```") || bytes.starts(with: "```".utf8)
  }
}
