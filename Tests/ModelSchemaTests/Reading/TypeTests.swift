import ModelSchema
import Testing

@Suite("Types")
struct TypeTests {
  @Test(
    "Standard types are read without a diagnostic",
    arguments: [
      (#""string""#, "string"), (#""integer""#, "integer"), (#""number""#, "number"),
      (#""boolean""#, "boolean"), (#""object""#, "object"), (#"["string"]"#, "string"),
      (#"["integer", "number"]"#, "number"), (#"["string", "null"]"#, "string?"),
      (#"["null", "number", "integer"]"#, "number?"),
    ])
  func standard(type: String, line: String) {
    #expect(expectFindings(inProperty: "{\"type\": \(type)}")?.line == line)
  }

  @Test(
    "A synonym is read as its standard type, with a note",
    arguments: [
      ("float", "number"), ("double", "number"), ("int", "integer"), ("long", "integer"),
      ("bool", "boolean"),
    ])
  func synonyms(word: String, standard: String) {
    let property = expectFindings(
      inProperty: "{\"type\": 1️⃣\"\(word)\"}",
      .note("the type \"\(word)\" is read as \"\(standard)\""))
    #expect(property?.line == standard)
  }

  @Test("A synonym beside null in an array of types is still understood")
  func synonymInArray() {
    let property = expectFindings(
      inProperty: #"{"type": [1️⃣"float", "null"], "maximum": 1}"#,
      .note(#"the type "float" is read as "number""#))
    #expect(property?.line == "number ≤1?")
  }

  @Test("nullable allows null beside any type")
  func nullable() {
    #expect(expectFindings(inProperty: #"{"type": "string", "nullable": true}"#)?.line == "string?")
    #expect(expectFindings(inProperty: #"{"type": "string", "nullable": false}"#)?.line == "string")
  }

  @Test("A value of several types is plain JSON, reported once")
  func severalTypes() {
    let property = expectFindings(
      inProperty: #"{"type": 1️⃣["string", "integer", "null"], "minimum": 1, "maxLength": 5}"#,
      .warning(
        "no Swift type is both an integer and a string; it is carried as plain JSON"))
    #expect(property?.line == "any? unchecked maxLength minimum")
  }

  @Test("null alone is plain JSON")
  func onlyNull() {
    let warning = Expected.warning(
      "null is the only value that fits; it is carried as plain JSON")
    #expect(expectFindings(inProperty: #"{"type": 1️⃣"null"}"#, warning)?.line == "any?")
    #expect(
      expectFindings(inProperty: #"{"const": 1️⃣null}"#, warning)?.line == "any? unchecked const")
    #expect(
      expectFindings(inProperty: #"{"anyOf": 1️⃣[{"type": "null"}]}"#, warning)?.line
        == "any? unchecked anyOf")
  }

  @Test("A misspelled type is reported with a suggestion, and the rest of the schema decides")
  func misspelled() {
    let property = expectFindings(
      inProperty: #"1️⃣{"type": 2️⃣"strin", "maxLength": 3}"#,
      .note(#"there is no "type"; "maxLength" makes it a string"#),
      .warning(
        #""strin" isn't a JSON Schema type; it is ignored"#, fix: #"did you mean "string"?"#))
    #expect(property?.line == "string ≤3")
  }

  @Test("A type that isn't a string is ignored, and the rest of the schema decides")
  func wrongKind() {
    let property = expectFindings(
      inProperty: #"1️⃣{"type": 2️⃣5, "minimum": 3}"#,
      .note(#"there is no "type"; "minimum" makes it a number"#),
      .warning(#""type" must be a string or an array of strings, not a number; it is ignored"#))
    #expect(property?.line == "number ≥3")
    let other = expectFindings(
      inProperty: #"{"type": ["string", 1️⃣7]}"#,
      .warning("a type must be a string, not a number; it is ignored"))
    #expect(other?.line == "string")
  }

  @Test("An empty list of types is plain JSON")
  func emptyTypes() {
    let property = expectFindings(
      inProperty: #"1️⃣{"type": 2️⃣[]}"#,
      .warning(
        #"nothing says what "x" is; it is carried as plain JSON"#, fix: #"give it a "type""#),
      .warning("an empty list of types lets no value through"))
    #expect(property?.line == "any")
  }

  @Test(
    "A missing type is inferred, with a note",
    arguments: [
      (#""properties": {"a": {"type": "string"}}"#, "properties", "an object", "{a: string}"),
      (#""items": {"type": "string"}"#, "items", "an array", "[string]"),
      (#""maxItems": 3, "items": {"type": "string"}"#, "items", "an array", "[string] ≤3"),
      (#""format": "image_uris""#, "format", "an array", "[image]"),
      (#""format": "video_uri""#, "format", "a string", "video"),
      (#""pattern": "^a""#, "pattern", "a string", "string /^a/"),
      (#""exclusiveMinimum": 0"#, "exclusiveMinimum", "a number", "number >0"),
    ])
  func inferred(keywords: String, word: String, type: String, line: String) {
    let property = expectFindings(
      inProperty: "1️⃣{\(keywords)}", .note("there is no \"type\"; \"\(word)\" makes it \(type)"))
    #expect(property?.line == line)
  }

  @Test("A property without a schema is plain JSON")
  func unknown() {
    let property = expectFindings(
      inProperty: #"1️⃣{"title": "X"}"#,
      .warning(
        #"nothing says what "x" is; it is carried as plain JSON"#, fix: #"give it a "type""#))
    #expect(property?.line == "any")
    #expect(expectFindings(inProperty: "true")?.line == "any")
  }

  @Test("An invalid schema is plain JSON")
  func noSchema() {
    let property = expectFindings(
      inProperty: "1️⃣5",
      .warning("expected a schema, not a number; it is carried as plain JSON"))
    #expect(property?.line == "any")
    let never = expectFindings(
      inProperty: "1️⃣false",
      .warning("the schema false lets no value through; it is carried as plain JSON"))
    #expect(never?.line == "any unchecked false")
  }

  @Test("An object has its known keys, or accepts any")
  func objects() {
    let property = expectFindings(
      inProperty: #"""
        {"type": "array", "items": {
          "type": "object", "required": ["path"], "additionalProperties": false,
          "properties": {"path": {"type": "string"}, "scale": {"type": "number"}}
        }}
        """#)
    #expect(property?.line == "[{path!: string, scale: number} closed]")
    #expect(expectFindings(inProperty: #"{"type": "object", "properties": {}}"#)?.line == "object")
  }

  @Test("An array without items is an array of plain JSON")
  func bareArrays() {
    let property = expectFindings(
      inProperty: #"1️⃣{"type": "array", "maxItems": 2}"#,
      .warning(
        "nothing says what the items are; each is plain JSON", fix: #"describe them under "items""#)
    )
    #expect(property?.line == "[any] ≤2")
    let empty = expectFindings(
      inProperty: #"{"type": "array", "items": 1️⃣{}}"#,
      .warning("nothing says what the items are; each is plain JSON", fix: #"give them a "type""#))
    #expect(empty?.line == "[any]")
    #expect(expectFindings(inProperty: #"{"type": "array", "items": true}"#)?.line == "[any]")
    let nullable = expectFindings(
      inProperty: #"{"type": "array", "items": {"type": ["integer", "null"]}, "uniqueItems": true}"#
    )
    #expect(nullable?.line == "[integer?] unique")
    let tuple = expectFindings(
      inProperty: #"{"type": "array", "items": 1️⃣[{"type": "string"}]}"#,
      .warning(
        "bindings don't tell items apart by their place; each is plain JSON",
        fix: "give one schema for all items"))
    #expect(tuple?.line == "[any] unchecked items")
  }
}
