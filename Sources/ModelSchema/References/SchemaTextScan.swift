import ModelCore

/// A look at the bytes of a schema for keys that would make a walk through it worthwhile. Nearly
/// no known model has any of them.
struct SchemaTextScan {
  /// A schema may have an address or an anchor.
  private(set) var mentionsIdentifiers = false
  /// The schema may use keywords that draft 7 doesn't have.
  private(set) var mentionsLaterKeywords = false

  private static let identifiers = [Keyword.id, .anchor, .dynamicAnchor, .recursiveAnchor]
    .map { Array("\"\($0.word)".utf8) }
  private static let laterKeywords = Keyword.allCases
    .filter { !SchemaDialect.draft7.has($0) && $0 != .deprecated }
    .map { Array("\"\($0.word)".utf8) }

  init(_ root: JSONNode) {
    let range = root.byteRange
    root.document.bytes.withUnsafeBufferPointer { document in
      let text = UnsafeBufferPointer(rebasing: document[range])
      for index in text.indices.dropFirst(4) where text[index] == UInt8(ascii: "\"") {
        // The last letters of all these words.
        switch text[index - 1] {
        case UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "s"): break
        default: continue
        }
        let textBefore = text[..<index]
        if !mentionsIdentifiers {
          mentionsIdentifiers = Self.identifiers.contains { textBefore.hasSuffix($0) }
        }
        if !mentionsLaterKeywords {
          mentionsLaterKeywords = Self.laterKeywords.contains { textBefore.hasSuffix($0) }
        }
      }
    }
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func hasSuffix(_ word: [UInt8]) -> Bool {
    count >= word.count && suffix(word.count).elementsEqual(word)
  }
}
