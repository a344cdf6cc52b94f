import TestSupport

/// Makes model files that are nearly right: schemas of the dialect with words and values swapped,
/// doubled and left out, spoiled bytes, and schemas that no person would write.
struct SchemaMutator {

  private var generator: SeededGenerator
  private let seeds: [[UInt8]]

  /// - Parameter files: Model files to spoil, beside those that are made up.
  init(seed: UInt64, files: [[UInt8]]) {
    generator = SeededGenerator(seed: seed)
    seeds = files
  }

  mutating func next() -> [UInt8] {
    var bytes: [UInt8]
    if seeds.isEmpty || chance(3) {
      bytes = Array(
        #"{"model_id": "a/b", "input": \#(schema(depth: 4)), "output": \#(schema(depth: 2))}"#.utf8)
      if chance(4) { bytes = Array(schema(depth: 4).utf8) }
    } else {
      bytes = seeds.randomElement(using: &generator) ?? []
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) { spoil(&bytes) }
    return bytes
  }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &generator) == 0
  }

  private mutating func any(_ words: [String]) -> String {
    words.randomElement(using: &generator) ?? ""
  }

  private static let keywords = [
    "type", "properties", "required", "items", "enum", "const", "default", "minimum", "maximum",
    "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "additionalProperties", "nullable", "anyOf", "oneOf",
    "allOf", "$ref", "format", "title", "description", "deprecated", "validations", "$defs",
    "definitions", "not", "if", "prefixItems", "x-a", "maxLenght", "$id", "é", "e\u{301}", "",
  ]

  private mutating func schema(depth: Int) -> String {
    if chance(15) { return value(depth: depth) }
    let count = Int.random(in: 0...5, using: &generator)
    let members = (0..<count).map { _ in
      let keyword = any(SchemaMutator.keywords)
      let text = chance(8) ? value(depth: depth) : fitting(keyword, depth: depth - 1)
      return "\"\(keyword)\": \(text)"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Mostly what the keyword takes.
  private mutating func fitting(_ keyword: String, depth: Int) -> String {
    guard depth > 0 else { return value(depth: 0) }
    switch keyword {
    case "type":
      let words = [
        "string", "integer", "number", "float", "boolean", "array", "object", "null", "x",
      ]
      return chance(4) ? "[\"\(any(words))\", \"\(any(words))\"]" : "\"\(any(words))\""
    case "properties", "$defs", "definitions":
      return
        "{\(list { "\"\($0.any(["a", "b", "é", "e\u{301}", "video_url"]))\": \($0.schema(depth: depth))" })}"
    case "items", "additionalProperties", "not", "if": return schema(depth: depth)
    case "anyOf", "oneOf", "allOf", "prefixItems": return "[\(list { $0.schema(depth: depth) })]"
    case "enum", "required": return "[\(list { $0.value(depth: 1) })]"
    case "$ref":
      return any([
        ##""#""##, ##""#/$defs/a""##, ##""#/definitions/b""##, ##""#/properties/a""##,
        ##""#/%24defs/é""##, ##""#a""##, #""b.json""#, ##""#/%""##,
      ])
    case "format": return any([#""image_uri""#, #""video_uris""#, #""uri""#, #""image-uri""#])
    case "validations":
      return
        "[\(list { "{\"validation_rule\": \"\($0.any(["fps<", "x≥", "", "width/height==", "≤"]))\", \"validation_value\": \($0.value(depth: 0))}" })]"
    case "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems",
      "exclusiveMinimum", "exclusiveMaximum":
      return any(["0", "1", "-1", "2.5", "1e400", "1e-400", "99999999999999999999", "true"])
    default: return value(depth: depth)
    }
  }

  private mutating func list(_ item: (inout SchemaMutator) -> String) -> String {
    (0..<Int.random(in: 0...3, using: &generator)).map { _ in item(&self) }.joined(separator: ", ")
  }

  private mutating func value(depth: Int) -> String {
    if depth > 0, chance(4) { return "[\(list { $0.value(depth: depth - 1) })]" }
    if depth > 0, chance(4) { return schema(depth: depth - 1) }
    return any([
      "null", "true", "false", "0", "1", "2", "3", "1.0", "-5", "1e99", "\"a\"", "\"b\"", "\"\"",
      "\"é\"", "\"e\u{301}\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
    ])
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let index = Int.random(in: 0...bytes.count, using: &generator)
    let end = Int.random(in: index...min(bytes.count, index + 30), using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(index..<end)
    case 1: bytes.insert(contentsOf: bytes[index..<end], at: index)
    case 2 where index < bytes.count: bytes[index] = .random(in: 0x20...0x7E, using: &generator)
    case 3 where index < bytes.count:
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    default:
      replaceWord(in: &bytes, from: index)
    }
  }

  /// Puts a keyword in the place of the next string, so that the text stays JSON.
  private mutating func replaceWord(in bytes: inout [UInt8], from index: Int) {
    guard let start = bytes[index...].firstIndex(of: UInt8(ascii: "\"")),
      let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\""))
    else { return }
    bytes.replaceSubrange((start + 1)..<end, with: Array(any(SchemaMutator.keywords).utf8))
  }
}
