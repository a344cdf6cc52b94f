/// Tells the pointers of entries, which must be asked for in the order of the text.
///
/// It goes over the document once, however many are asked for: each step begins where the last
/// one ended.
struct JSONPointerWalk {
  /// An entry on the way, and the child of it that was last looked at.
  private struct Level {
    let index: Int
    let path: String
    /// An item, or the key of a member.
    var child: Int
    var position = 0
  }

  private let document: JSONDocument
  private var levels: [Level]

  init(over document: JSONDocument) {
    self.document = document
    levels = [Level(index: 0, path: "", child: 1)]
  }

  /// The pointer to a value. A key's own pointer is its value's.
  mutating func pointer(to target: Int) -> String {
    let entries = document.entries
    while levels.count > 1, Int(entries[levels[levels.count - 1].index].next) <= target {
      levels.removeLast()
    }
    while levels[levels.count - 1].index < target { descend(towards: target) }
    return levels[levels.count - 1].path
  }

  private mutating func descend(towards target: Int) {
    let entries = document.entries
    var level = levels[levels.count - 1]
    let isObject = entries[level.index].isObject
    var value = isObject ? level.child + 1 : level.child
    while Int(entries[value].next) <= target {
      level.child = Int(entries[value].next)
      level.position += 1
      value = isObject ? level.child + 1 : level.child
    }
    levels[levels.count - 1] = level
    let step =
      isObject ? JSONPointer.escape(document.string(of: level.child)) : String(level.position)
    levels.append(Level(index: value, path: "\(level.path)/\(step)", child: value + 1))
  }
}

extension JSONDocument {
  /// The pointers of many of this document's nodes, at the cost of one walk over it.
  ///
  /// Each node can tell its own, but walks down from the root to find it.
  package func pointers(of nodes: [JSONNode]) -> [String] {
    var walk = JSONPointerWalk(over: self)
    var pointers = Array(repeating: "", count: nodes.count)
    for position in nodes.indices.sorted(by: { nodes[$0].index < nodes[$1].index }) {
      pointers[position] = walk.pointer(to: nodes[position].index)
    }
    return pointers
  }
}
