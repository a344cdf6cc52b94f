import ModelCore

/// Adds members to a JSON text and leaves everything that is there as it stands: its order, its
/// layout and what it says.
struct ConfigurationEditor {
  private(set) var bytes: [UInt8]

  /// - Parameter bytes: The text of the file; nil where there is none yet.
  init(_ bytes: [UInt8]?) { self.bytes = bytes ?? Array("{}\n".utf8) }

  /// Sets the value at a path of keys, unless there is one already. Objects on the way are made.
  ///
  /// - Returns: Whether anything was added.
  mutating func add(_ value: JSONValue, at path: [String]) throws(JSONParsingError) -> Bool {
    var node = try JSONDocument(parsing: bytes).root
    for (depth, key) in path.enumerated() {
      guard let next = node[key] else {
        let missing = path[(depth + 1)...].reversed().reduce(value) { value, key in [key: value] }
        insert(key, missing, into: node)
        return true
      }
      node = next
    }
    guard node.kind == .object, let members = value.object?.members else { return false }
    var isChanged = false
    for (key, value) in members where try add(value, at: path + [key]) { isChanged = true }
    return isChanged
  }

  /// Puts a member behind the last one, in the layout of its object.
  private mutating func insert(_ key: String, _ value: JSONValue, into node: JSONNode) {
    let range = node.byteRange
    let (open, close) = (range.lowerBound + 1, range.upperBound - 1)
    let last = node.members.reduce(nil) { _, member in member }
    let content = last?.value.byteRange.upperBound ?? open
    // Between the last member and the bracket: a line end here means that members have lines.
    let isSpread = last == nil || bytes[open..<close].contains(UInt8(ascii: "\n"))
    let outer = indent(ofLineAt: last == nil ? range.lowerBound : close)
    let inner = last.map { indent(ofLineAt: $0.keyNode.byteRange.lowerBound) } ?? outer + "  "
    var text = last == nil ? "" : ","
    if isSpread {
      let lines = (JSONValue.string(key).description + ": " + value.prettyText)
        .split(separator: "\n", omittingEmptySubsequences: false)
      text += lines.map { "\n" + inner + $0 }.joined()
      if last == nil { text += "\n" + outer }
    } else {
      text += " " + JSONValue.string(key).description + ": " + value.oneLine
    }
    bytes.replaceSubrange(
      content..<(last == nil ? close : content), with: Array(text.utf8))
  }

  private func indent(ofLineAt offset: Int) -> String {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let blanks = bytes[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return String(decoding: blanks, as: UTF8.self)
  }
}

extension JSONValue {
  /// On one line, with blanks as people set them.
  fileprivate var oneLine: String {
    guard let object else { return description }
    let members = object.members.map {
      JSONValue.string($0.key).description + ": " + $0.value.oneLine
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}
