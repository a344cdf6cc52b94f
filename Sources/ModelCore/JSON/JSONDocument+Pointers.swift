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
