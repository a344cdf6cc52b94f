import ModelCore
import ModelSchema
import Testing

@Suite("allOf and references")
struct ReferenceTests {
  @Test("All parts of allOf apply")
  func allOf() {
    let model = expectFindings(
      in: #"""
        {"allOf": [
           {"type": "object", "required": ["a"], "properties": {
             "a": {"type": "number", "minimum": 1, "maximum": 9},
             "b": {"type": "string", "maxLength": 5}}},
           {"required": ["b"], "additionalProperties": false, "properties": {
             "a": {"type": "integer", "minimum": 3, "multipleOf": 2, "title": "A"},
             "c": {"allOf": [{"type": "array", "minItems": 1}, {"items": {"type": "string"}}]}}}
        ]}
        """#)
    #expect(
      model?.input.line == "{a!: integer ≥3 ≤9 ×2, b!: string ≤5, c: [string] ≥1} closed")
    #expect(model?.input.properties.first?.title == "A")
  }

  @Test("Contradictory types are reported")
  func contradiction() {
    let property = expectFindings(
      inProperty: #"{"type": 1️⃣"string", "allOf": [{"type": "integer"}]}"#,
      .warning("no value is of all these types; it is carried as plain JSON"))
    #expect(property?.line == "any unchecked type")
  }

  @Test(
    "A reference into the same file is resolved",
    arguments: [
      (#""$defs""#, "#/$defs/size"), (#""definitions""#, "#/definitions/size"),
      (#""$defs""#, "#/%24defs/size"), (#""$defs""#, "#/$defs/%73ize"),
      (#""$defs""#, "#/input/$defs/size"),
    ])
  func references(definitions: String, reference: String) {
    let model = expectFindings(
      in: #"""
        {"type": "object", "\#(definitions.dropFirst().dropLast())": {"size": {"enum": ["s", "m"]}},
         "properties": {"x": {"$ref": "\#(reference)", "description": "how large"}}}
        """#)
    #expect(model?.input.line == "{x: strings s|m}")
    #expect(model?.input.properties.first?.description == "how large")
  }

  @Test("Escapes in references are decoded")
  func escapes() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "$defs": {"a/b %~": {"type": "integer"}},
         "properties": {"x": {"$ref": "#/$defs/a~1b%20%25~0"}}}
        """#)
    #expect(model?.input.line == "{x: integer}")
  }

  @Test("The whole input may be a reference")
  func rootReference() {
    let model = expectFindings(
      in: ##"{"$ref": "#/$defs/in", "$defs": {"in": {"properties": {"a": {"type": "string"}}}}}"##)
    #expect(model?.input.line == "{a: string}")
  }

  @Test(
    "A dangling reference is plain JSON, reported once",
    arguments: [
      ("#/$defs/nothing", "the reference #/$defs/nothing leads to nothing in this file"),
      ("#name", "the reference #name names nothing in this file"),
      ("other.json#/a", "the reference other.json#/a lies outside the file"),
      ("https://example.com/a", "the reference https://example.com/a lies outside the file"),
    ])
  func dangling(reference: String, message: String) {
    let fix = "copy what it names under \"$defs\" of this schema, and refer to #/$defs/…"
    let property = expectFindings(
      inProperty: #"{"$ref": 1️⃣"\#(reference)"}"#, .warning(message, fix: fix))
    #expect(property?.line == "any unchecked $ref")
    let typed = expectFindings(
      inProperty: #"{"$ref": 1️⃣"\#(reference)", "type": "string"}"#, .warning(message, fix: fix))
    #expect(typed?.line == "string unchecked $ref")
  }

  @Test("A definition that is used twice is reported once")
  func sharedDefinition() {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "$defs": {"n": {"type": 1️⃣"float"}},
         "properties": {"a": {"$ref": "#/$defs/n"}, "b": {"$ref": "#/$defs/n"}}}
        """##, .note(#"the type "float" is read as "number""#))
    #expect(model?.input.line == "{a: number, b: number}")
  }

  @Test("A recursive object is a definition that refers to itself")
  func recursiveObject() throws {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "properties": {"root": {"$ref": "#/$defs/node"}},
         "$defs": {"node": {"type": "object", "properties": {
           "name": {"type": "string"}, "next": {"$ref": "#/$defs/node"},
           "children": {"type": "array", "items": {"$ref": "#/$defs/node"}}}}}}
        """##)
    #expect(
      model?.input.line == "{root: {name: string, next: again node, children: [again node]}}")
    let definition = try #require(model?.input.properties.first?.shape.definition)
    #expect(definition.name == "node")
    #expect(definition.pointer == "/input/$defs/node")
  }

  @Test(
    "Annotations beside a reference leave the definition shared, rules don't",
    arguments: [
      ("", true), (#", "title": "A", "description": "b", "default": {}, "deprecated": true"#, true),
      (#", "required": ["a"]"#, false), (#", "properties": {"b": {"type": "string"}}"#, false),
    ])
  func siblings(siblings: String, isShared: Bool) {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "properties": {"x": {"$ref": "#/$defs/o"\##(siblings)}},
         "$defs": {"o": {"type": "object", "properties": {"a": {"type": "string"}}}}}
        """##)
    #expect((model?.input.properties.first?.shape.definition != nil) == isShared)
  }

  @Test(
    "A definition is shared through a list of one and through a choice of null",
    arguments: [
      (##"{"allOf": [{"$ref": "#/$defs/o"}], "description": "b"}"##, false),
      (##"{"anyOf": [{"$ref": "#/$defs/o"}, {"type": "null"}]}"##, true),
      (##"{"$ref": "#/$defs/alias"}"##, false),
    ])
  func wrapped(schema: String, isNullable: Bool) {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "properties": {"x": \##(schema)}, "$defs": {
          "alias": {"$ref": "#/$defs/o"},
          "o": {"type": "object", "properties": {"a": {"type": "string"}}}}}
        """##)
    #expect(model?.input.properties.first?.shape.definition?.name == "o")
    #expect(model?.input.properties.first?.isNullable == isNullable)
  }

  @Test("A list that contains itself ends where it repeats")
  func recursiveList() {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "properties": {"x": {"$ref": "#/$defs/l"}},
         "$defs": {"l": {"type": "array", "items": 1️⃣{"$ref": "#/$defs/l"}}}}
        """##, .warning("this schema holds itself; it is carried as plain JSON from here"))
    #expect(model?.input.line == "{x: [any] unchecked type items $ref}")
  }

  @Test("A recursive input is a definition beside the input")
  func cycle() {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "properties": {
          "name": {"type": "string"},
          "children": {"type": "array", "items": {"$ref": "#"}}}}
        """##)
    #expect(
      model?.input.line
        == "{name: string, children: [{name: string, children: [again Root]}]}")
  }

  @Test("A reference to itself ends")
  func selfReference() {
    let model = expectFindings(
      in: ##"""
        {"type": "object", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}},
         "properties": {"x": 1️⃣{"$ref": "#/$defs/a"}}}
        """##,
      .warning(
        #"nothing says what "x" is; it is carried as plain JSON"#, fix: #"give it a "type""#))
    #expect(model?.input.line == "{x: any}")
  }

  @Test("References that multiply are limited, reported once")
  func billionLaughs() {
    let keys = (0..<10).map { "\"k\($0)\": {\"$ref\": \"#/$defs/NEXT\"}" }.joined(separator: ", ")
    let definitions = (0..<20).map { level in
      let object = "{\"type\": \"object\", \"properties\": {\(keys)}}"
      return "\"d\(level)\": " + object.replacing("NEXT", with: "d\(level + 1)")
    }
    let text =
      "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d0\"}}, \"$defs\": {"
      + definitions.joined(separator: ", ") + ", \"d20\": {\"type\": \"string\"}}}"
    let reading = ModelReader.read(
      ModelFile(
        path: "m.json", relativePath: "a/b.json",
        bytes: Array("{\"model_id\": \"a/b\", \"input\": \(text)}".utf8)))
    #expect(reading.model != nil)
    #expect(
      reading.diagnostics.map(\.message) == [
        "references multiply into more than 5000 schemas; what follows is carried as plain JSON"
      ])
  }

  @Test("allOf lists that multiply are limited")
  func billionParts() {
    let definitions = (0..<40).map {
      "\"d\($0)\": {\"allOf\": [{\"$ref\": \"#/$defs/d\($0 + 1)\"}, {\"$ref\": \"#/$defs/d\($0 + 1)\"}]}"
    }
    let model = expectFindings(
      in: "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d0\"}}, \"$defs\": {"
        + definitions.joined(separator: ", ") + ", \"d40\": {\"type\": \"string\"}}}")
    #expect(model?.input.line == "{x: string}")
  }

  @Test("A long chain of references is resolved without recursion")
  func longChain() {
    let definitions = (0..<4_000).map { "\"d\($0)\": {\"$ref\": \"#/$defs/d\($0 + 1)\"}" }
    let model = expectFindings(
      in: "{\"type\": \"object\", \"properties\": {\"x\": {\"$ref\": \"#/$defs/d0\"}}, \"$defs\": {"
        + definitions.joined(separator: ", ") + ", \"d4000\": {\"type\": \"string\"}}}")
    #expect(model?.input.line == "{x: string}")
  }

  @Test("Schemas that are nested too deeply are limited")
  func nesting() {
    let depth = 100
    let schema =
      String(repeating: "{\"type\": \"array\", \"items\": ", count: depth)
      + "{\"type\": \"string\"}"
      + String(repeating: "}", count: depth)
    let reading = ModelReader.read(
      ModelFile(
        path: "m.json", relativePath: nil,
        bytes: Array(
          "{\"model_id\": \"a/b\", \"input\": {\"properties\": {\"x\": \(schema)}, \"type\": \"object\"}}"
            .utf8)))
    let line = reading.model?.input.line
    #expect(
      line == "{x: \(String(repeating: "[", count: 64))any\(String(repeating: "]", count: 64))"
        + " unchecked type items}")
    #expect(
      reading.diagnostics.map(\.message) == [
        "64 lists stand in each other; bindings carry those inside the 8th as plain JSON",
        "schemas are nested more than 64 deep; this one is carried as plain JSON",
      ])
  }
}
