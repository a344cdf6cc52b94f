/// A value of a ``JSONDocument``, with its place.
///
/// A node is a cursor: cheap to copy, and decoded only on request.
package struct JSONNode: Sendable {
  package let document: JSONDocument
  let index: Int

  private var entry: JSONDocument.Entry { document.entries[index] }

  package var kind: JSONKind { entry.kind }

  /// The position at which the value begins.
  package var place: SourcePlace { document.place(ofByte: Int(entry.start)) }

  /// The bytes of the value in the text.
  package var byteRange: Range<Int> { Int(entry.start)..<Int(entry.end) }

  /// The value's own spelling.
  package var text: String { String(decoding: document.bytes[byteRange], as: UTF8.self) }

  /// The JSON pointer from the root to this value; a key has its value's.
  ///
  /// It is found by walking down from the root.
  package var pointer: String {
    var walk = JSONPointerWalk(over: document)
    return walk.pointer(to: index)
  }

  package var isNull: Bool { kind == .null }

  package var bool: Bool? {
    guard entry.kind == .bool else { return nil }
    return document.bytes[Int(entry.start)] == UInt8(ascii: "t")
  }

  package var string: String? {
    guard entry.kind == .string else { return nil }
    return document.string(of: index)
  }

  package var number: JSONNumber? {
    guard entry.kind == .number else { return nil }
    return JSONNumber(checkedText: text)
  }

  /// The items of an array; empty for every other kind.
  package var elements: JSONElements { JSONElements(of: self) }

  /// The keys and values of an object, in the order of the text; empty for every other kind.
  package var members: JSONMembers { JSONMembers(of: self) }

  /// The value of a key; the last one of a duplicate key.
  package subscript(key: String) -> JSONNode? {
    guard kind == .object else { return nil }
    var found: JSONNode?
    for member in members where member.hasKey(key) { found = member.value }
    return found
  }

  /// The value at a JSON pointer below this one.
  package func node(at pointer: String) -> JSONNode? {
    guard let steps = JSONPointer.steps(of: pointer) else { return nil }
    return steps.reduce(Optional(self)) { node, step in
      guard let node else { return nil }
      if node.kind == .object { return node[step] }
      guard let index = Int(step), index >= 0, String(index) == step else { return nil }
      return node.elements.dropFirst(index).first { _ in true }
    }
  }

  var end: Int { Int(entry.next) }

  /// Returns a Boolean value that indicates whether the value is a string with exactly these bytes.
  /// Decodes only strings with escapes.
  func hasString(_ text: String) -> Bool {
    guard entry.kind == .string else { return false }
    if entry.hasEscapes { return string?.isSameOnWire(as: text) ?? false }
    let (start, count) = (Int(entry.start) + 1, Int(entry.end - entry.start) - 2)
    let utf8 = text.utf8
    guard utf8.count == count else { return false }
    return document.bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      for byte in utf8 {
        if bytes[offset] != byte { return false }
        offset += 1
      }
      return true
    }
  }
}

/// A key of an object and its value.
package struct JSONMember: Sendable {
  /// The key as a node, for its place.
  package let keyNode: JSONNode
  package let value: JSONNode

  package var key: String { keyNode.string ?? "" }

  /// Compares without decoding the key.
  package func hasKey(_ key: String) -> Bool { keyNode.hasString(key) }
}

/// The six kinds of JSON value.
package enum JSONKind: UInt8, Sendable, Hashable, CustomStringConvertible {
  case null, bool, number, string, array, object

  /// The word JSON Schema has for it.
  package var description: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
