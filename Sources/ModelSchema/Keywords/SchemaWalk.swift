package import ModelCore

/// Visits the schemas inside a schema, which only the keyword table can tell from other values: an
/// object inside an `enum` or under an unknown keyword is none.
package enum SchemaWalk {
  /// A schema directly inside another one.
  package struct Subschema {
    package let keyword: Keyword
    /// The name by which the keyword holds it; nil where it holds one schema or an array.
    package let name: String?
    /// Its position in the array that the keyword holds; 0 elsewhere.
    package let position: Int
    /// An object or a Boolean value, unless the schema is malformed.
    package let node: JSONNode
  }

  /// Returns the schemas directly inside a schema, in the order of the text.
  package static func subschemas(of schema: JSONNode) -> [Subschema] {
    var found: [Subschema] = []
    for member in schema.members {
      guard let keyword = Keyword(key: member.keyNode) else { continue }
      let value = member.value
      switch (keyword.value, value.kind) {
      case (.schema, _), (.schemaOrList, .object), (.schemaOrList, .bool):
        found.append(Subschema(keyword: keyword, name: nil, position: 0, node: value))
      case (.schemaOrList, .array), (.schemas, .array), (.schemaList, .array):
        for (position, node) in value.elements.enumerated() {
          found.append(Subschema(keyword: keyword, name: nil, position: position, node: node))
        }
      case (.namedSchemas, .object), (.namedSchemasOrKeys, .object):
        for member in value.members where member.value.kind != .array {
          found.append(
            Subschema(keyword: keyword, name: member.key, position: 0, node: member.value))
        }
      default: break
      }
    }
    return found
  }

  /// Calls `body` with a schema and every schema inside it, from top to bottom, without recursion.
  ///
  /// - Parameters:
  ///   - context: A value for the outermost schema.
  ///   - body: Returns the value for the schemas directly inside the one it is given.
  package static func visit<Context>(
    _ root: JSONNode, _ context: Context, _ body: (JSONNode, Context) -> Context
  ) {
    var waiting = [(schema: root, context: context)]
    while let (schema, context) = waiting.popLast() {
      let inner = body(schema, context)
      for child in subschemas(of: schema).reversed() where child.node.kind == .object {
        waiting.append((child.node, inner))
      }
    }
  }
}
