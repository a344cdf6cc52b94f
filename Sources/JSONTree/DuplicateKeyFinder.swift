/// Finds keys that stand twice in one object of a parsed text.
///
/// Small objects are compared pair by pair; large ones through a table, so that a hostile text of
/// a million keys costs no more than its length.
struct DuplicateKeyFinder {
  let bytes: UnsafeBufferPointer<UInt8>
  let entries: [JSONDocument.Entry]
  let lineStarts: [UInt32]

  private static var pairwiseLimit: Int { 12 }

  func duplicates() -> [JSONDuplicateKey] {
    var found: [(first: Int, again: Int, object: Int)] = []
    var keys: [Int] = []
    for object in 0..<entries.count where entries[object].kind == .object {
      keys.removeAll(keepingCapacity: true)
      var index = object + 1
      while index < Int(entries[object].next) {
        keys.append(index)
        index = Int(entries[index + 1].next)
      }
      if keys.count > DuplicateKeyFinder.pairwiseLimit {
        findByTable(keys, in: object, into: &found)
      } else if keys.count > 1 {
        findPairwise(keys, in: object, into: &found)
      }
    }
    guard !found.isEmpty else { return [] }
    return found.map(describe)
  }

  private func findPairwise(
    _ keys: [Int], in object: Int, into found: inout [(first: Int, again: Int, object: Int)]
  ) {
    for later in 1..<keys.count {
      for earlier in 0..<later where isSame(keys[earlier], keys[later]) {
        found.append((keys[earlier], keys[later], object))
        break
      }
    }
  }

  private func findByTable(
    _ keys: [Int], in object: Int, into found: inout [(first: Int, again: Int, object: Int)]
  ) {
    var seen: [WireName: Int] = [:]
    for key in keys {
      let name = WireName(text(of: key))
      if let first = seen[name] {
        found.append((first, key, object))
      } else {
        seen[name] = key
      }
    }
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (entries[left], entries[right])
    if a.hasEscapes || b.hasEscapes { return WireName(text(of: left)) == WireName(text(of: right)) }
    let length = a.end - a.start
    guard length == b.end - b.start else { return false }
    for offset in 0..<Int(length) where bytes[Int(a.start) + offset] != bytes[Int(b.start) + offset]
    {
      return false
    }
    return true
  }

  private func text(of key: Int) -> String {
    let entry = entries[key]
    return JSONStringDecoder.string(
      .init(rebasing: bytes[Int(entry.start) + 1..<Int(entry.end) - 1]),
      hasEscapes: entry.hasEscapes)
  }

  private func describe(_ found: (first: Int, again: Int, object: Int)) -> JSONDuplicateKey {
    let all = Array(bytes)
    return JSONDuplicateKey(
      key: text(of: found.again),
      place: SourcePlace(ofByte: Int(entries[found.again].start), in: all),
      first: SourcePlace(ofByte: Int(entries[found.first].start), in: all),
      object: JSONPointer.path(to: found.object, entries: entries, text: text(of:)))
  }
}
