import ModelSchema
import SchemaValidator
import Testing

@Suite("Samples in schemas")
struct SampleLintTests {
  private func messages(_ property: String, rest: String = "") -> [String] {
    let text =
      #"{"model_id": "a/b", "input": {"type": "object", "properties": {"p": \#(property)}}\#(rest)}"#
    let file = ModelFile(path: "f.json", relativePath: nil, bytes: Array(text.utf8))
    guard let opened = ModelReader.open(file).opened else { return [] }
    let reading = ModelReader.interpret(opened)
    let samples = reading.model.map { SampleLint.warnings(about: $0, in: opened) } ?? []
    return (reading.diagnostics + samples).map(\.message)
  }

  @Test(
    "A default that violates the rules is reported",
    arguments: [
      (#"{"type": "string", "enum": ["a", "b"], "default": "c"}"#, "enum"),
      (#"{"type": "integer", "minimum": 1, "default": 0}"#, "minimum"),
      (#"{"type": "integer", "default": 0.5}"#, "type"),
      (#"{"type": "number", "multipleOf": 0.1, "default": 0.25}"#, "multipleOf"),
      (#"{"type": "string", "maxLength": 2, "default": "abc"}"#, "maxLength"),
      (#"{"type": "string", "pattern": "^a", "default": "b"}"#, "pattern"),
      (
        #"{"type": "array", "items": {"type": "string"}, "minItems": 1, "default": []}"#, "minItems"
      ),
      (#"{"type": "boolean", "default": "yes"}"#, "type"),
      (#"{"type": "string", "enum": ["a", "b"], "default": 1}"#, "type"),
      (#"{"type": "string", "const": "a", "default": "b"}"#, "const"),
      (#"{"type": "array", "items": {"type": "integer"}, "default": [1, 0.5]}"#, "type"),
      (#"{"type": "integer", "enum": [1, 2, 3], "default": 4}"#, "enum"),
    ])
  func defaults(property: String, rule: String) {
    let found = messages(property)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("the default breaks the schema's own rule \"\(rule)\"") == true)
  }

  @Test(
    "A valid default isn't reported",
    arguments: [
      #"{"type": "string", "enum": ["a", "b"], "default": "b"}"#,
      #"{"type": "number", "multipleOf": 0.1, "default": 0.3}"#,
      #"{"type": "string", "maxLength": 2, "default": "éé"}"#,
      #"{"type": "string", "format": "image_uri", "default": "sample_1.png"}"#,
      #"{"type": "integer", "enum": [1, 2, 3], "default": 3.0}"#,
      #"{"type": "integer", "nullable": true, "default": null}"#,
    ])
  func right(property: String) { #expect(messages(property).isEmpty) }

  @Test("A default array of mixed values is validated too")
  func severalKinds() {
    let published = #"{"enum": ["a", 1, true], "default": "#
    #expect(messages(published + "true}").count == 1)
    #expect(
      messages(published + "2}").last
        == "the default breaks the schema's own rule \"enum\": 2 isn't one of the 3 known values "
        + "(did you mean 1?)")
  }

  @Test("An item that isn't a known value is named")
  func publishedItems() {
    let property = #"{"type": "array", "items": {"type": "string", "enum": ["a", "é"]}"#
    #expect(messages(property + #", "default": ["a", "é"]}"#).isEmpty)
    #expect(
      messages(property + #", "default": ["a", "e\u0301"]}"#) == [
        "the default breaks the schema's own rule \"enum\": [1]: \"e\u{301}\" isn't one of the 2 "
          + "known values (did you mean \"é\"?)"
      ])
  }

  @Test("A problem in an example has its path")
  func example() {
    let found = messages(
      #"{"type": "array", "items": {"type": "integer", "maximum": 3}}"#,
      rest: #", "example": {"p": [1, 4]}"#)
    #expect(
      found == [
        "the example breaks the schema's own rule \"maximum\": p[1]: 4 is more than the maximum 3"
      ])
  }
}
