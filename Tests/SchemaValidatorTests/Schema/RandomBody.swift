import ModelCore

/// Bodies that a schema was made to like: random ones would nearly all fail at the first `type`.
extension RandomSchema {
  mutating func body(for schema: JSONValue, root: JSONValue, depth: Int = 4) -> JSONValue {
    guard depth > 0, !chance(12), let object = schema.object else { return value(depth: 2) }
    if let reference = schema["$ref"]?.string {
      let definitions = root["definitions"] ?? root["$defs"]
      let target = definitions?[String(reference.suffix(1))] ?? true
      return body(for: target, root: root, depth: depth - 1)
    }
    if schema["$dynamicRef"] != nil || schema["$recursiveRef"] != nil {
      return body(for: root, root: root, depth: depth - 1)
    }
    if let constant = object["const"], chance(85) { return constant }
    if let published = object["enum"]?.array, chance(85) { return pick(published, or: .null) }
    for keyword in ["anyOf", "oneOf", "allOf"] {
      if let forms = object[keyword]?.array, chance(60) {
        return body(for: pick(forms, or: true), root: root, depth: depth - 1)
      }
    }
    switch kind(of: schema) {
    case "null": return .null
    case "boolean": return .bool(chance(50))
    case "integer", "number": return chance(70) ? number() : neighbour(of: object)
    case "string": return text(for: object)
    case "array": return array(for: object, root: root, depth: depth)
    case "object": return objectBody(for: object, root: root, depth: depth)
    default: return value(depth: 2)
    }
  }

  private mutating func kind(of schema: JSONValue) -> String {
    if let kind = schema["type"]?.string { return kind }
    if let kinds = schema["type"]?.array { return pick(kinds, or: .null).string ?? "" }
    let hints = [
      ("properties", "object"), ("required", "object"), ("patternProperties", "object"),
      ("additionalProperties", "object"), ("propertyNames", "object"), ("dependencies", "object"),
      ("dependentRequired", "object"), ("dependentSchemas", "object"),
      ("unevaluatedProperties", "object"), ("prefixItems", "array"), ("unevaluatedItems", "array"),
      ("minProperties", "object"), ("maxProperties", "object"), ("items", "array"),
      ("contains", "array"), ("uniqueItems", "array"), ("minItems", "array"),
      ("maxItems", "array"), ("pattern", "string"), ("minLength", "string"),
      ("maxLength", "string"), ("minimum", "number"), ("maximum", "number"),
      ("multipleOf", "number"), ("exclusiveMinimum", "number"), ("exclusiveMaximum", "number"),
    ]
    return pick(hints.filter { schema[$0.0] != nil }.map(\.1), or: "")
  }

  /// A number right at a bound.
  private mutating func neighbour(of schema: JSONObject) -> JSONValue {
    for keyword in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] {
      if let bound = schema[keyword], chance(60) { return bound }
    }
    return number()
  }

  private mutating func text(for schema: JSONObject) -> JSONValue {
    let length = schema["minLength"]?.int ?? schema["maxLength"]?.int ?? count(0...3)
    return .string(word(length: length...length))
  }

  mutating func word(length: ClosedRange<Int>) -> String {
    let letters: [Character] = ["a", "b", "é", "1", "\u{1F600}", " "]
    return String((0..<count(length)).map { _ in pick(letters, or: "a") })
  }

  private mutating func array(for schema: JSONObject, root: JSONValue, depth: Int) -> JSONValue {
    let length = max(schema["minItems"]?.int ?? 0, count(0...3))
    return .array(
      (0..<length).map { index in
        if let wanted = schema["contains"], chance(40) {
          return body(for: wanted, root: root, depth: depth - 1)
        }
        let items = schema["items"]
        guard let tuple = schema["prefixItems"]?.array ?? items?.array else {
          return items.map { body(for: $0, root: root, depth: depth - 1) } ?? value(depth: 1)
        }
        let others = schema["prefixItems"] == nil ? schema["additionalItems"] : items
        let item = index < tuple.count ? tuple[index] : others ?? true
        return body(for: item, root: root, depth: depth - 1)
      })
  }

  private mutating func objectBody(
    for schema: JSONObject, root: JSONValue, depth: Int
  ) -> JSONValue {
    var result = JSONObject()
    for name in schema["required"]?.array ?? [] {
      if chance(92) { result[name.string ?? ""] = value(depth: 1) }
    }
    for (name, property) in schema["properties"]?.object?.members ?? [] {
      if chance(70) { result[name] = body(for: property, root: root, depth: depth - 1) }
    }
    for _ in 0..<count(0...2) where chance(50) {
      let name = key()
      if result[name] == nil {
        result[name] = body(
          for: schema["additionalProperties"] ?? true, root: root, depth: depth - 1)
      }
    }
    return .object(result)
  }
}
