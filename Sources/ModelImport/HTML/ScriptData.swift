import ModelCore

/// Finds models in the data that a page carries for its own scripts.
///
/// Pages that are drawn in the browser hold their schemas there and nowhere else when saved.
enum ScriptData {
  /// An object that holds an input schema.
  struct Entry {
    /// The offset in the source at which the script begins.
    let offset: Int
    let node: JSONNode
  }

  static func entries(of scripts: [PlainText.Script]) -> [Entry] {
    var entries: [Entry] = []
    var streamed: [UInt8] = []
    for script in scripts {
      for value in EmbeddedJSON(in: script.bytes).values {
        collect(value.root, script.offset, into: &entries)
      }
      streamed += pieces(of: script.bytes)
    }
    for value in EmbeddedJSON(in: streamed).values {
      collect(value.root, scripts.first?.offset ?? 0, into: &entries)
    }
    return entries
  }

  private static func collect(_ node: JSONNode, _ offset: Int, into entries: inout [Entry]) {
    if let schema = JSONForms.key(["input_schema", "inputSchema"], in: node),
      SchemaSigns.isObjectSchema(schema)
    {
      entries.append(Entry(offset: offset, node: node))
      return
    }
    for member in node.members { collect(member.value, offset, into: &entries) }
    for element in node.elements { collect(element, offset, into: &entries) }
  }

  /// Texts handed over piece by piece: `push([1,"…"])`.
  private static func pieces(of script: [UInt8]) -> [UInt8] {
    var pieces: [UInt8] = []
    var rest = script[...]
    let call = Array("push([".utf8)
    while let range = rest.firstRange(of: call) {
      let start = range.upperBound - 1
      rest = rest[range.upperBound...]
      guard case .closed(let end) = JSONExtent(in: script, from: start).end else { continue }
      rest = script[end...]
      guard let list = try? JSONDocument(parsing: Array(script[start..<end])) else { continue }
      for element in list.root.elements { pieces += (element.string ?? "").utf8 }
    }
    return pieces
  }
}
