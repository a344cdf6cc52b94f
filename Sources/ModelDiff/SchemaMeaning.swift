import JSONTree

/// The constraints of a schema as a value, without its documentation and with alternatives in a
/// fixed order.
enum SchemaMeaning {
  private static let texts: Set<String> = [
    "title", "description", "examples", "example", "default", "$comment", "deprecated",
  ]
  private static let unordered: Set<String> = [
    "required", "enum", "type", "anyOf", "oneOf", "allOf",
  ]
  /// Their keys are names, not keywords.
  private static let named: Set<String> = [
    "properties", "$defs", "definitions", "patternProperties", "dependencies", "dependentSchemas",
    "dependentRequired",
  ]

  /// - Parameter keyword: The keyword that the value belongs to; empty for a whole schema.
  static func of(_ schema: JSONNode, under keyword: String = "") -> JSONValue {
    value(schema, under: keyword, isSchema: !named.contains(keyword))
  }

  private static func value(_ node: JSONNode, under key: String, isSchema: Bool) -> JSONValue {
    switch node.kind {
    case .object:
      let members = node.members.filter { !isSchema || !texts.contains($0.key) }.map { member in
        (
          member.key,
          value(
            member.value, under: isSchema ? member.key : "",
            isSchema: !isSchema || !named.contains(member.key))
        )
      }
      return .object(JSONObject(members.sorted { WireName($0.0) < WireName($1.0) }))
    case .array:
      let items = node.elements.map { value($0, under: "", isSchema: true) }
      guard unordered.contains(key) else { return .array(items) }
      return .array(
        items.map { ($0, WireName($0.description)) }.sorted { $0.1 < $1.1 }.map { $0.0 })
    default: return JSONValue(node)
    }
  }
}
