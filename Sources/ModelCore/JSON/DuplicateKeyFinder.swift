/// Finds duplicate keys in the objects of a parsed text.
///
/// Small objects are compared pair by pair; large ones through a table, so that a hostile text of
/// a million keys costs no more than its length.
struct DuplicateKeyFinder {
  /// A duplicate key, as indices into the list of entries.
  struct Duplicate: Sendable {
    var first: Int
    var again: Int
    var object: Int
  }

  let text: UnsafePointer<UInt8>
  let entries: UnsafePointer<JSONDocument.Entry>
  let count: Int

  private static var pairwiseLimit: Int { 12 }

  func duplicates() -> [Duplicate] {
    var found: [Duplicate] = []
    var object = 0
    while object < count {
      if entries[object].isObject {
        if hasManyKeys(object) {
          findByTable(in: object, into: &found)
        } else {
          findPairwise(in: object, into: &found)
        }
      }
      object += 1
    }
    return found
  }

  /// The key after the one at `key`, or the end of the object.
  private func key(after key: Int) -> Int { Int(entries[key + 1].next) }

  private func hasManyKeys(_ object: Int) -> Bool {
    let end = Int(entries[object].next)
    var (key, keyCount) = (object + 1, 0)
    while key < end, keyCount <= DuplicateKeyFinder.pairwiseLimit {
      keyCount += 1
      key = self.key(after: key)
    }
    return keyCount > DuplicateKeyFinder.pairwiseLimit
  }

  private func findPairwise(in object: Int, into found: inout [Duplicate]) {
    let end = Int(entries[object].next)
    var later = object + 1
    while later < end {
      var earlier = object + 1
      while earlier < later {
        if isSame(earlier, later) {
          found.append(Duplicate(first: earlier, again: later, object: object))
          break
        }
        earlier = key(after: earlier)
      }
      later = key(after: later)
    }
  }

  private func findByTable(in object: Int, into found: inout [Duplicate]) {
    let end = Int(entries[object].next)
    var seen: [WireName: Int] = [:]
    var key = object + 1
    while key < end {
      let name = WireName(string(of: key))
      if let first = seen[name] {
        found.append(Duplicate(first: first, again: key, object: object))
      } else {
        seen[name] = key
      }
      key = self.key(after: key)
    }
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (entries[left], entries[right])
    if a.hasEscapes || b.hasEscapes {
      return WireName(string(of: left)) == WireName(string(of: right))
    }
    guard a.end - a.start == b.end - b.start else { return false }
    let (start, otherStart, length) = (Int(a.start), Int(b.start), Int(a.end - a.start))
    var offset = 0
    while offset < length {
      if text[start + offset] != text[otherStart + offset] { return false }
      offset += 1
    }
    return true
  }

  private func string(of key: Int) -> String {
    let entry = entries[key]
    return JSONStringDecoder.string(
      UnsafeBufferPointer(start: text + Int(entry.start) + 1, count: entry.contentCount),
      hasEscapes: entry.hasEscapes)
  }
}
