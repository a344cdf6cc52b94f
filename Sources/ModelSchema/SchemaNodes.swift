import JSONTree

/// The schemas that together describe one value: a schema, what its `$ref` names, and the members
/// of its `allOf`.
///
/// Reading a keyword looks at all of them, so that the reader of shapes needn't care how a schema
/// was put together.
struct SchemaNodes {
  /// The schema itself first.
  var nodes: [JSONNode]
  /// Whether `nullable`, a type or a branch allows null.
  var isNullable = false
  /// `anyOf` or `oneOf` branches that could not be resolved into `nodes`.
  var alternatives: [JSONNode] = []

  /// The value of a keyword and the schema that has it: the first one found.
  func first(_ keyword: String) -> JSONNode? {
    for node in nodes {
      if let value = node[keyword] { return value }
    }
    return nil
  }

  func all(_ keyword: String) -> [JSONNode] { nodes.compactMap { $0[keyword] } }
}
