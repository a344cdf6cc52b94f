import ModelCore

/// A look at the bytes of a schema for keys that would make a walk through it worthwhile. Nearly
/// no known model has any of them.
struct SchemaTextScan {
  /// A schema may have an address or an anchor.
  private(set) var mentionsIdentifiers = false
  /// The schema may use keywords that draft 7 doesn't have.
  private(set) var mentionsLaterKeywords = false

  private static let identifiers = words(
    [.id, .anchor, .dynamicAnchor, .recursiveAnchor])
  private static let laterKeywords = words(
    Keyword.allCases.filter { !SchemaDialect.draft7.has($0) && $0 != .deprecated })

  init(_ root: JSONNode) {
    let range = root.byteRange
    root.document.bytes.withUnsafeBufferPointer { document in
      let text = UnsafeBufferPointer(rebasing: document[range])
      // Escaped quotes only make pieces of text that match no keyword.
      var start = 0
      for index in text.indices where text[index] == UInt8(ascii: "\"") {
        look(at: text[start..<index])
        start = index + 1
      }
    }
  }

  private mutating func look(at word: Slice<UnsafeBufferPointer<UInt8>>) {
    guard (3...21).contains(word.count), let first = word.first else { return }
    switch first {
    case UInt8(ascii: "$"), UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "p"),
      UInt8(ascii: "u"):
      if !mentionsIdentifiers { mentionsIdentifiers = Self.identifiers.contains(word) }
      if !mentionsLaterKeywords { mentionsLaterKeywords = Self.laterKeywords.contains(word) }
    default: return
    }
  }

  private static func words(_ keywords: [Keyword]) -> [[UInt8]] {
    keywords.map { Array($0.word.utf8) }
  }
}

extension [[UInt8]] {
  fileprivate func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    contains { $0.count == word.count && word.elementsEqual($0) }
  }
}
