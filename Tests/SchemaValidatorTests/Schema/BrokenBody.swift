import ModelCore

/// A body that breaks one rule, and how that must be reported.
struct BrokenBody {
  let body: JSONValue
  let path: IssuePath
  let rule: ValidationRule

  /// One body for every constraint of a schema, made from a body that breaks none.
  static func all(of schema: JSONNode, from body: JSONValue) -> [BrokenBody] {
    var found = scalarBreaks(of: schema, from: body)
    for key in schema["required"]?.elements.compactMap(\.string) ?? [] {
      guard var object = body.object else { continue }
      object[key] = nil
      found.append(BrokenBody(body: .object(object), path: IssuePath([.key(key)]), rule: .required))
    }
    for member in schema["properties"]?.members.map({ $0 }) ?? [] {
      guard let object = body.object, let value = object[member.key] else { continue }
      found += all(of: member.value, from: value).map { inner in
        var outer = object
        outer[member.key] = inner.body
        return inner.moved(to: .object(outer), below: .key(member.key))
      }
    }
    if let items = schema["items"], let values = body.array, let first = values.first {
      found += all(of: items, from: first).map { inner in
        inner.moved(to: .array([inner.body] + values.dropFirst()), below: .index(0))
      }
    }
    return found
  }

  private func moved(to body: JSONValue, below step: IssueStep) -> BrokenBody {
    BrokenBody(body: body, path: IssuePath([step] + path.steps), rule: rule)
  }

  private static func scalarBreaks(of schema: JSONNode, from body: JSONValue) -> [BrokenBody] {
    var found: [BrokenBody] = []
    func add(_ rule: ValidationRule, _ value: JSONValue, at path: [IssueStep] = []) {
      found.append(BrokenBody(body: value, path: IssuePath(path), rule: rule))
    }
    if let type = schema["type"]?.string { add(.type, type == "boolean" ? 1 : false) }
    if let published = schema["enum"] {
      let isText = published.elements.contains { $0.kind == .string }
      add(.enum, isText ? "unpublished" : 987_654_321)
    }
    if let bound = schema["minimum"]?.number?.int { add(.minimum, .number(JSONNumber(bound - 1))) }
    if let bound = schema["maximum"]?.number?.int { add(.maximum, .number(JSONNumber(bound + 1))) }
    if let bound = schema["maxLength"]?.number?.int {
      add(.maxLength, .string(String(repeating: "\u{1F600}", count: bound + 1)))
    }
    if let bound = schema["minLength"]?.number?.int, bound > 0 {
      add(.minLength, .string(String(repeating: "a", count: bound - 1)))
    }
    if let values = body.array, let first = values.first {
      if let bound = schema["maxItems"]?.number?.int {
        add(.maxItems, .array(SampleBody.distinct(first, count: bound + 1)))
      }
      if let bound = schema["minItems"]?.number?.int, bound > 0 {
        add(.minItems, .array(Array(values.prefix(bound - 1))))
      }
      if schema["uniqueItems"]?.bool == true { add(.uniqueItems, .array([first, first])) }
    }
    if schema["format"]?.string.flatMap(MediaKind.init(format:)) != nil {
      if let values = body.array {
        add(.format, .array(["boat.jpg"] + values.dropFirst()), at: [.index(0)])
      } else {
        add(.format, "boat.jpg")
      }
    }
    return found
  }
}
