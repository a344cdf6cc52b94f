import ModelCore
import ModelSchema
import TestSupport

/// Makes schemas of all standard keywords over a small vocabulary, and bodies that come near them.
struct RandomSchema {
  var random: SeededGenerator
  var dialect = SchemaDialect.draft7

  private static let keys = ["a", "b", "é", "a/b", ""]
  private static let words = [
    "", "a", "ab", "aé", "é", "e\u{301}", "\u{1F600}b", "a1", "42", "a b",
  ]
  private static let numbers = [
    "0", "1", "1.0", "-1", "2", "0.5", "0.25", "3", "1e1", "10", "2.5", "7", "-0.0", "12345678901",
  ]
  private static let kinds = ["null", "boolean", "integer", "number", "string", "array", "object"]

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func count(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

  mutating func pick<Choice>(_ choices: [Choice], or fallback: Choice) -> Choice {
    choices.randomElement(using: &random) ?? fallback
  }

  mutating func number() -> JSONValue {
    JSONNumber(text: pick(RandomSchema.numbers, or: "0")).map { .number($0) } ?? .null
  }

  mutating func value(depth: Int) -> JSONValue {
    switch count(0...(depth > 0 ? 8 : 5)) {
    case 0: .null
    case 1: .bool(chance(50))
    case 2, 3: number()
    case 4, 5: .string(pick(RandomSchema.words, or: ""))
    case 6: .array((0..<count(0...3)).map { _ in value(depth: depth - 1) })
    default:
      .object(JSONObject((0..<count(0...3)).map { _ in (key(), value(depth: depth - 1)) }))
    }
  }

  mutating func key() -> String { pick(RandomSchema.keys, or: "") }

  mutating func root() -> JSONValue {
    guard case .object(var object) = schema(depth: 3) else { return true }
    let definitions: JSONValue = ["x": schema(depth: 2), "y": schema(depth: 1)]
    switch dialect {
    case .draft7: object["definitions"] = definitions
    case .draft2019:
      object["$defs"] = definitions
      object["$recursiveAnchor"] = .bool(chance(50))
    case .draft2020:
      object["$defs"] = definitions
      object["$dynamicAnchor"] = "root"
    }
    if dialect > .draft7, chance(60) {
      object["unevaluatedProperties"] = unevaluated(depth: 2)
      if chance(50) { object["unevaluatedItems"] = unevaluated(depth: 2) }
    }
    return .object(object)
  }

  mutating func schema(depth: Int) -> JSONValue {
    if chance(4) { return .bool(chance(70)) }
    var schema = JSONObject()
    if depth < 3, chance(5) {
      let list = dialect == .draft7 ? "definitions" : "$defs"
      schema["$ref"] = .string(pick(["#/\(list)/x", "#/\(list)/y"], or: "#"))
      // Beside a reference other keywords count in later drafts alone.
      if dialect == .draft7 || chance(50) { return .object(schema) }
    }
    if chance(60) { schema["type"] = type() }
    for _ in 0..<count(0...3) { addKeyword(depth: depth, to: &schema) }
    return .object(schema)
  }

  private mutating func type() -> JSONValue {
    let one = JSONValue.string(pick(RandomSchema.kinds, or: "null"))
    guard chance(25) else { return one }
    let other = JSONValue.string(pick(RandomSchema.kinds, or: "null"))
    return one == other ? one : [one, other]
  }

  private mutating func addKeyword(depth: Int, to schema: inout JSONObject) {
    switch count(0...(depth > 0 ? 31 : 15)) {
    case 0: schema["enum"] = .array((0..<count(1...3)).map { _ in value(depth: 1) })
    case 1: schema["const"] = value(depth: 1)
    case 2: schema["minimum"] = number()
    case 3: schema["maximum"] = number()
    case 4: schema["exclusiveMinimum"] = number()
    case 5: schema["exclusiveMaximum"] = number()
    case 6: schema["multipleOf"] = .number(pick([1, 2, 3], or: 1))
    case 7: schema["multipleOf"] = 0.5
    case 8: schema["minLength"] = .number(JSONNumber(count(0...3)))
    case 9: schema["maxLength"] = .number(JSONNumber(count(0...3)))
    case 10: schema["pattern"] = .string(pattern(depth: 2))
    case 11: schema["minItems"] = .number(JSONNumber(count(0...3)))
    case 12: schema["maxItems"] = .number(JSONNumber(count(0...3)))
    case 13: schema["uniqueItems"] = .bool(chance(80))
    case 14:
      schema[chance(50) ? "minProperties" : "maxProperties"] = .number(JSONNumber(count(0...3)))
    case 15: schema["required"] = keyList()
    default: addStructure(depth: depth - 1, to: &schema)
    }
  }

  mutating func keyList() -> JSONValue {
    var keys: [String] = []
    for _ in 0..<count(0...2) {
      let next = key()
      if !keys.contains(next) { keys.append(next) }
    }
    return .array(keys.map { .string($0) })
  }

  private mutating func addStructure(depth: Int, to object: inout JSONObject) {
    if dialect > .draft7, chance(40) { return addLaterKeyword(depth: depth, to: &object) }
    switch count(0...12) {
    case 0, 1, 2:
      object["properties"] = .object(
        JSONObject((0..<count(1...3)).map { _ in (key(), schema(depth: depth)) }))
    case 3: object["additionalProperties"] = chance(50) ? false : schema(depth: depth)
    case 4:
      object["patternProperties"] = [pattern(depth: 2): schema(depth: depth)]
    case 5: object["propertyNames"] = schema(depth: depth)
    case 6 where dialect == .draft7:
      object["dependencies"] = [key(): chance(50) ? keyList() : schema(depth: depth)]
    case 7: object["items"] = schema(depth: depth)
    case 8 where dialect < .draft2020:
      object["items"] = .array((0..<count(1...3)).map { _ in schema(depth: depth) })
      if chance(60) { object["additionalItems"] = schema(depth: depth) }
    case 9: object["contains"] = schema(depth: depth)
    case 10: object["not"] = schema(depth: depth)
    case 11:
      object["if"] = schema(depth: depth)
      if chance(80) { object["then"] = schema(depth: depth) }
      if chance(80) { object["else"] = schema(depth: depth) }
    default:
      object[pick(["allOf", "anyOf", "oneOf"], or: "allOf")] =
        .array((0..<count(1...3)).map { _ in schema(depth: depth) })
    }
  }
}
