/// The items of an array, in order.
package struct JSONElements: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  init(of node: JSONNode) {
    document = node.document
    index = node.index + 1
    end = node.kind == .array ? node.end : index
  }

  package mutating func next() -> JSONNode? {
    guard index < end else { return nil }
    let node = JSONNode(document: document, index: index)
    index = node.end
    return node
  }
}

/// The members of an object, in order.
package struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  init(of node: JSONNode) {
    document = node.document
    index = node.index + 1
    end = node.kind == .object ? node.end : index
  }

  package mutating func next() -> JSONMember? {
    guard index < end else { return nil }
    let value = JSONNode(document: document, index: index + 1)
    let member = JSONMember(keyNode: JSONNode(document: document, index: index), value: value)
    index = value.end
    return member
  }
}
