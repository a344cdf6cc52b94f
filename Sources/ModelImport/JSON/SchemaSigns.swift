import ModelCore
import ModelSchema

/// Tells schemas from other JSON.
enum SchemaSigns {
  /// Returns a Boolean value that indicates whether a value is an object schema, like those of
  /// request bodies and outputs.
  static func isObjectSchema(_ node: JSONNode) -> Bool {
    guard node.kind == .object else { return false }
    if let properties = node["properties"] { return properties.kind == .object }
    if node["type"]?.string == "object" { return true }
    return node["$ref"]?.string != nil || (node["allOf"] ?? node["anyOf"])?.kind == .array
  }

  /// Returns a Boolean value that indicates whether a value is any schema. An output may be a
  /// string or an array.
  static func isSchema(_ node: JSONNode) -> Bool {
    isObjectSchema(node) || (node["type"]?.string.flatMap(JSONTypes.init(word:)) != nil)
  }

  /// The schema inside `{"output": {…}}`, as pages print it.
  static func wrapped(_ key: String, in node: JSONNode) -> JSONNode? {
    guard let inner = node[key], isSchema(inner) else { return nil }
    return node.members.allSatisfy { $0.hasKey("output") || $0.hasKey("input") } ? inner : nil
  }

  /// Returns a Boolean value that indicates whether a schema lists only the media that all models
  /// return.
  static func isCommonOutput(_ node: JSONNode) -> Bool {
    guard let properties = node["properties"], node["required"] == nil else { return false }
    var isEmpty = true
    for member in properties.members {
      isEmpty = false
      let formatted = member.value["items"] ?? member.value
      let isMedia = ["image", "images", "video", "videos", "audio", "audios"].contains(member.key)
      guard isMedia, formatted["format"]?.string == "uri" else { return false }
    }
    return !isEmpty
  }

  /// Returns a Boolean value that indicates whether the keys of an incomplete object are those of a
  /// schema.
  static func areKeysOfSchema(_ outer: [String], inner: [String]) -> Bool {
    if outer.contains("properties") || outer.contains("required") { return true }
    let isWrapped = outer.contains("output") || outer.contains("input")
    if isWrapped { return inner.contains("type") || inner.contains("properties") }
    return outer.contains("type") && !outer.contains("status")
  }
}
