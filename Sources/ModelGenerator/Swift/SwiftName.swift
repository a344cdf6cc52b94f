/// A name that can stand in Swift source: made of identifier characters, whatever it was made from.
struct SwiftName: Hashable, Sendable {
  let text: String

  /// Characters that can't stand in an identifier are dropped, so that no text from a schema can
  /// get out of one.
  init(_ text: String) {
    if SwiftName.isPlain(text) {
      self.text = text
      return
    }
    let scalars = text.unicodeScalars.filter { Words.isPartOfWord($0) || $0 == "_" }
    let name = String(String.UnicodeScalarView(scalars))
    self.text = KeyName.canBegin(name) ? name : "x" + name
  }

  /// Returns a Boolean value that indicates whether a text is an ASCII name, like most.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first &- 0x30 >= 10 else { return false }
    return text.utf8.allSatisfy { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }
  }

  /// The name where a declaration or a use stands by itself.
  var escaped: String { SwiftName.keywords.contains(text) ? "`\(text)`" : text }

  /// The name as a label, where nearly every keyword may stand bare.
  var label: String { ["inout", "var", "let"].contains(text) ? "`\(text)`" : text }

  private static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "_", "as", "associatedtype", "break", "case", "catch",
    "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
    "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    // Words that mean something only in front of others, as they would at the end of a line.
    "any", "async", "await", "borrow", "consume", "copy", "discard", "each", "nonisolated", "some",
    "then", "unsafe", "yield",
  ]
}
