import ModelCore
import ModelSchema

/// The constraints of a schema as a value, without its documentation and with alternatives in a
/// fixed order.
enum SchemaMeaning {
  /// - Parameter value: What the node is in its schema.
  static func of(_ node: JSONNode, as value: KeywordTable.Value = .schema) -> JSONValue {
    switch (value, node.kind) {
    case (.schema, .object), (.schemaOrList, .object):
      return object(node) { key in
        guard let keyword = Keyword(key) else { return .anything }
        return keyword.validation == .annotation ? nil : keyword.value
      }
    case (.namedSchemas, .object): return object(node) { _ in .schema }
    case (.namedSchemasOrKeys, .object), (.namedKeys, .object):
      return object(node) { _ in value }
    case (.schemaOrList, .array), (.schemaList, .array):
      return .array(node.elements.map { of($0) })
    case (.schemas, .array): return .array(sorted(node.elements.map { of($0) }))
    case (.values, .array), (.words, .array), (.keys, .array), (.namedSchemasOrKeys, .array),
      (.namedKeys, .array):
      return .array(sorted(node.elements.map(JSONValue.init)))
    default: return JSONValue(node)
    }
  }

  /// - Parameter valueOfKey: Returns what the value of a key is, or nil for an annotation.
  private static func object(
    _ node: JSONNode, _ valueOfKey: (String) -> KeywordTable.Value?
  ) -> JSONValue {
    let members = node.members.compactMap { member in
      valueOfKey(member.key).map { (member.key, of(member.value, as: $0)) }
    }
    return .object(JSONObject(members.sorted { WireName($0.0) < WireName($1.0) }))
  }

  private static func sorted(_ values: [JSONValue]) -> [JSONValue] {
    values.map { ($0, WireName($0.description)) }.sorted { $0.1 < $1.1 }.map { $0.0 }
  }
}
