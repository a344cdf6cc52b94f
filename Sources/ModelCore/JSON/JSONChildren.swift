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

extension JSONNode {
  /// The members of an object, every key once: of a duplicate key the last value counts, as in
  /// lookups.
  ///
  /// Takes no longer than reading the object once, whatever the text has been made to do.
  package var distinctMembers: [JSONMember] {
    let members = Array(members)
    guard document.hasDuplicateKeys else { return members }
    var seen: Set<WireName> = []
    return members.reversed().filter { seen.insert(WireName($0.key)).inserted }.reversed()
  }

  /// The values of an object by their keys, for whoever asks for many: a lookup in the text reads
  /// all of the object.
  package var membersByKey: [WireName: JSONNode] {
    var found: [WireName: JSONNode] = [:]
    for member in members { found[WireName(member.key)] = member.value }
    return found
  }
}
