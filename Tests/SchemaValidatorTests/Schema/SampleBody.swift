import ModelCore

/// Makes a body that a published schema takes, from its defaults where they are of use.
enum SampleBody {
  static func value(for schema: JSONNode) -> JSONValue {
    if let kind = schema["format"]?.string.flatMap(MediaKind.init(format:)) {
      let address = JSONValue.string("https://example.com/\(kind.rawValue)")
      return schema["type"]?.string == "array" || schema["items"] != nil
        ? .array(distinct(address, count: max(schema["minItems"]?.number?.int ?? 1, 1))) : address
    }
    if let published = schema["enum"] {
      return published.elements.first { _ in true }.map { JSONValue($0) } ?? .null
    }
    switch schema["type"]?.string {
    case "object": return object(for: schema)
    case "array": return array(for: schema)
    case "boolean": return true
    case "string": return text(for: schema)
    case "integer", "number", "float":
      return (schema["default"] ?? schema["minimum"] ?? schema["maximum"]).map { JSONValue($0) }
        ?? 1
    default: return schema["default"].map { JSONValue($0) } ?? 1
    }
  }

  /// Every property that is published, and every key that is required.
  private static func object(for schema: JSONNode) -> JSONValue {
    var object = JSONObject()
    for member in schema["properties"]?.members.map({ $0 }) ?? [] {
      object[member.key] = value(for: member.value)
    }
    for key in schema["required"]?.elements.compactMap(\.string) ?? [] where object[key] == nil {
      object[key] = "x"
    }
    return .object(object)
  }

  private static func array(for schema: JSONNode) -> JSONValue {
    guard let items = schema["items"] else { return schema["default"].map { JSONValue($0) } ?? [] }
    return .array(distinct(value(for: items), count: max(schema["minItems"]?.number?.int ?? 1, 1)))
  }

  /// Texts that differ, so that an array of them may be asked to be without duplicates.
  static func distinct(_ value: JSONValue, count: Int) -> [JSONValue] {
    (0..<count).map { index in
      value.string.map { .string(index == 0 ? $0 : "\($0)/\(index)") } ?? value
    }
  }

  private static func text(for schema: JSONNode) -> JSONValue {
    let length = max(schema["minLength"]?.number?.int ?? 0, 1)
    return .string(
      String(repeating: "é", count: min(length, schema["maxLength"]?.number?.int ?? length)))
  }
}
