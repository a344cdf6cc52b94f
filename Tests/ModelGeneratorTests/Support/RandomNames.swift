import TestSupport

/// Texts that like to become one name.
enum RandomNames {
  private static let pieces = [
    "a", "A", "b", "foo", "Foo", "bar", "_", "-", ".", " ", "1", "2", "62", "x", "\u{E9}",
    "e\u{301}", "日", "😀", "×", "url", "ID", "none", "self", "Type", "value", "Item", "Model",
    "field", "\u{200B}", "\u{301}", ":", "+", "(1:1)", "1024x1024", "16:9", "_x12ab34", "\0", "",
  ]

  /// Texts that differ in bytes.
  static func texts(_ count: Int, using random: inout SeededGenerator) -> [String] {
    var texts: [String] = []
    var seen: Set<[UInt8]> = []
    while texts.count < count {
      let text = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      if seen.insert(Array(text.utf8)).inserted { texts.append(text) }
    }
    return texts
  }

  /// Ids that a model file may have, sharing segments.
  static func ids(_ count: Int, using random: inout SeededGenerator) -> [String] {
    let segments =
      texts(8, using: &random).filter { text in
        !["", ".", ".."].contains(text) && !text.unicodeScalars.contains { $0.value < 0x20 }
      } + ["a", "A"]
    var ids: [String] = []
    var seen: Set<[UInt8]> = []
    for _ in 0..<count * 4 where ids.count < count {
      let id = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        segments.randomElement(using: &random) ?? "a"
      }.joined(separator: "/")
      if seen.insert(Array(id.utf8)).inserted { ids.append(id) }
    }
    return ids
  }
}
