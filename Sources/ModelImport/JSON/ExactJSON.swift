import ModelCore

extension JSONWriter {
  /// A value as it stands in its text: order, duplicate keys and the spelling of numbers included.
  /// Blanks and escapes are the writer's own.
  mutating func value(exactly node: JSONNode) {
    switch node.kind {
    case .object:
      beginObject()
      for member in node.members {
        key(member.key)
        value(exactly: member.value)
      }
      endObject()
    case .array:
      beginArray()
      for element in node.elements { value(exactly: element) }
      endArray()
    case .string: value(node.string ?? "")
    case .number: value(node.number ?? 0)
    case .bool: value(node.bool ?? false)
    case .null: null()
    }
  }
}

extension JSONNode {
  /// The value without blanks: two texts with the same bytes here say the same in the same words.
  var exactBytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(exactly: self)
    return writer.bytes
  }
}
