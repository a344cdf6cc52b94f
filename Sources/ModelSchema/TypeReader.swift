import JSONTree
import SchemaRules

/// Finds the type of a schema, named, misnamed or only implied.
enum TypeReader {
  struct Result {
    /// A standard word, or nil where nothing is known.
    var word: String?
    var allowsNull = false
    /// Whether the schema itself has no type.
    var isInferred = false
  }

  static func read(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    guard let type = nodes.first("type") else { return infer(nodes, &findings) }
    var words: [String] = []
    for node in type.kind == .array ? Array(type.elements) : [type] {
      guard let word = node.string else {
        findings.add(.warning, "a type must be a string, not a \(node.kind)", at: node)
        continue
      }
      if let standard = Keywords.standardType(word) {
        findings.add(.note, "the type \"\(word)\" is read as \"\(standard)\"", at: node)
        words.append(standard)
      } else if Keywords.types.contains(word) {
        words.append(word)
      } else {
        let near = Spelling.nearest(to: word, among: Keywords.types)
        findings.add(
          .warning, "\"\(word)\" is no type of JSON Schema", at: node,
          fix: near.map { "did you mean \"\($0)\"?" } ?? "")
        if type.kind != .array { return infer(nodes, &findings) }
      }
    }
    let allowsNull = words.contains("null")
    words.removeAll { $0 == "null" }
    if Set(words) == ["integer", "number"] { words = ["number"] }
    guard words.count <= 1 else {
      return Result(word: nil, allowsNull: allowsNull)
    }
    return Result(word: words.first, allowsNull: allowsNull)
  }

  /// Whether a `type` keyword lets a type of value through.
  static func allows(_ word: String, _ type: JSONNode) -> Bool {
    if type.kind == .array { return type.elements.contains { $0.string == word } }
    return type.string.map { (Keywords.standardType($0) ?? $0) == word } ?? true
  }

  private static func infer(_ nodes: SchemaNodes, _ findings: inout Findings) -> Result {
    let word = impliedType(nodes)
    if let word, let node = nodes.nodes.first {
      findings.add(.note, "there is no type; the rest says \"\(word)\"", at: node)
    }
    return Result(word: word, isInferred: true)
  }

  private static func impliedType(_ nodes: SchemaNodes) -> String? {
    if nodes.first("properties") != nil { return "object" }
    if nodes.first("items") != nil || nodes.first("minItems") != nil
      || nodes.first("maxItems") != nil
    {
      return "array"
    }
    if let format = nodes.first("format")?.string {
      if format.hasSuffix("_uris") { return "array" }
      if format.hasSuffix("_uri") { return "string" }
    }
    if nodes.first("enum") != nil || nodes.first("const") != nil { return nil }
    if nodes.first("minLength") != nil || nodes.first("maxLength") != nil
      || nodes.first("pattern") != nil
    {
      return "string"
    }
    let numeric = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
    return numeric.contains { nodes.first($0) != nil } ? "number" : nil
  }
}
