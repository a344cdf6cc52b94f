/// Looks words up by their bytes as they stand in a JSON text, without making strings of them.
///
/// Open addressing over one list of bytes; filled once, when a schema is compiled.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// The start of each word in `bytes`, and the end of the last one.
  private var starts: [Int] = [0]
  /// Numbers of words plus one, by hash; zero where there is none.
  private var slots: [Int32] = [0]

  package var count: Int { starts.count - 1 }

  package init(_ words: [String] = []) {
    var size = 4
    while size < words.count * 2 + 1 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in words { add(word) }
  }

  /// Adds a word that is not in the table yet. Words are few against the slots: there is room.
  private mutating func add(_ word: String) {
    var word = word
    word.withUTF8 { text in
      var slot = WordTable.hash(text) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      bytes += text
      starts.append(bytes.count)
      slots[slot] = Int32(truncatingIfNeeded: count)
    }
  }

  /// The number of the word that a string node means.
  package func index(of node: JSONNode) -> Int? {
    let range = node.byteRange
    return node.document.bytes.withUnsafeBufferPointer { text -> Int? in
      let content = UnsafeBufferPointer(rebasing: text[range.lowerBound + 1..<range.upperBound - 1])
      guard content.contains(UInt8(ascii: "\\")) else { return index(of: content) }
      var decoded = node.string ?? ""
      return decoded.withUTF8 { index(of: $0) }
    }
  }

  private func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = WordTable.hash(text) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isWord(index, text) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isWord(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
  }

  /// Of long words only both ends count: the text of a request may be of any length.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = UInt64(truncatingIfNeeded: text.count) &+ 0xCBF2_9CE4_8422_2325
    let head = min(text.count, 16)
    for index in 0..<head { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    for index in max(head, text.count - 16)..<text.count {
      hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & .max
  }
}
