import ModelSchema
import Testing

@Suite("Unknown keywords and duplicate keys")
struct KeywordTests {
  @Test("A misspelled keyword is reported with the correct one")
  func misspelled() {
    let property = expectFindings(
      inProperty: #"{"type": "string", 1️⃣"maxLenght": 5}"#,
      .warning(
        #""maxLenght" is not a keyword that is understood; it is ignored"#,
        fix: #"did you mean "maxLength"?"#))
    #expect(property?.line == "string")
  }

  @Test("An unknown keyword is reported without a suggestion, and an extension as a note")
  func unknown() {
    expectFindings(
      inProperty: #"{"type": "string", 1️⃣"widget": "slider", 2️⃣"x-order": 5}"#,
      .warning(#""widget" is not a keyword that is understood; it is ignored"#),
      .note(#""x-order" is an extension that means nothing here"#))
  }

  @Test("Keywords about the schema itself are ignored")
  func silent() {
    expectFindings(
      in: #"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://a.example/b",
         "$comment": "", "type": "object", "definitions": {}, "$defs": {},
         "properties": {"x": {"type": "string", "readOnly": false, "examples": ["a"]}}}
        """#)
  }

  @Test(
    "An unsupported rule is reported and listed as unchecked",
    arguments: ["not", "if", "contains", "propertyNames"])
  func uncheckedRules(word: String) {
    let property = expectFindings(
      inProperty: #"{"type": "string", "\#(word)": 1️⃣{"type": "integer"}}"#,
      .warning("bindings don't check \"\(word)\"", fix: "`modelgen validate` does, where it can"))
    #expect(property?.line == "string unchecked \(word)")
    #expect(property?.facts == ["Not validated locally: `\(word)`"])
  }

  @Test("An unsupported rule of items is listed for the array")
  func uncheckedItems() {
    let property = expectFindings(
      inProperty: #"{"type": "array", "items": {"type": "string", "not": 1️⃣{}}}"#,
      .warning("bindings don't check \"not\"", fix: "`modelgen validate` does, where it can"))
    #expect(property?.line == "[string] unchecked not")
  }

  @Test("An unsupported rule of the whole body is listed for the model")
  func uncheckedBody() {
    let model = expectFindings(
      in: #"{"type": "object", "properties": {"a": {"type": "string"}}, "propertyNames": 1️⃣{}}"#,
      .warning(
        "bindings don't check \"propertyNames\"", fix: "`modelgen validate` does, where it can"))
    #expect(model?.uncheckedRules == ["propertyNames"])
  }

  @Test("Values of the whole body are listed as unchecked")
  func valuesOfBody() {
    let model = expectFindings(
      in: #"{"type": "object", "properties": {"a": {"type": "string"}}, "enum": 1️⃣[{"a": "x"}]}"#,
      .warning(
        "bindings don't check \"enum\" of the input as a whole",
        fix: "`modelgen validate` does"))
    #expect(model?.uncheckedRules == ["enum"])
  }

  @Test("Characters that nobody sees are reported in keys and values")
  func hiddenText() {
    expectFindings(
      in: "{\"type\": \"object\", \"properties\": {1️⃣\"pro\u{200B}mpt\": "
        + "{\"type\": \"string\", \"enum\": [\"x\", 2️⃣\"y \", \"\u{1F468}\u{200D}\u{1F469}\"]}}}",
      .warning(
        #"the key "pro\u{200B}mpt" holds the invisible character U+200B"#,
        fix: "compare it with the service's own spelling"),
      .warning(
        #"the value "y " begins or ends with a blank"#,
        fix: "compare it with the service's own spelling"))
  }

  @Test("Rules about the keys of the body are checked, not reported")
  func keyRules() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
         "anyOf": [{"required": ["a"]}, {"required": ["b"]}], "minProperties": 1,
         "dependentRequired": {"a": ["b"]}, "not": {"required": ["a", "c"]}}
        """#)
    #expect(model?.uncheckedRules == [])
    #expect(
      model?.input.keyRules.map(\.fact) == [
        "Requires at least one of `a`, `b`", "Not allowed together: `a` and `c`",
        "`a` requires `b`", "Requires at least 1 key",
      ])
  }

  @Test("A schema of additional properties is listed as unchecked")
  func additionalProperties() {
    let property = expectFindings(
      inProperty: #"{"type": "object", "additionalProperties": 1️⃣{"type": "string"}}"#,
      .warning(
        "bindings don't check \"additionalProperties\"",
        fix: "`modelgen validate` does, where it can"))
    #expect(property?.line == "object unchecked additionalProperties")
    let open = expectFindings(inProperty: #"{"type": "object", "additionalProperties": true}"#)
    #expect(open?.line == "object")
    #expect(
      expectFindings(inProperty: #"{"type": "object", "additionalProperties": {}}"#)?.line
        == "object")
  }

  @Test("A required key without a property is reported, with the nearest one")
  func undescribedRequired() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "required": ["prompt", 1️⃣"image_urls", 2️⃣"sead", 3️⃣"other", "prompt"],
         "properties": {"prompt": {"type": "string"}, "seed": {"type": "integer"},
           "images": {"type": "array", "format": "image_uris"}}}
        """#,
      .warning(
        #""image_urls" is required, but no property has this name"#,
        fix: #"did you mean "images"?"#),
      .warning(
        #""sead" is required, but no property has this name"#, fix: #"did you mean "seed"?"#),
      .warning(
        #""other" is required, but no property has this name"#,
        fix: #"describe it under "properties", or send it through extraFields"#))
    #expect(
      model?.input.line
        == "{prompt!: string, seed: integer, images: [image], image_urls!, sead!, other!}")
  }

  @Test("An invalid `required` is reported, with the expected form")
  func brokenRequired() {
    expectFindings(
      in: #"""
        {"type": "object", "required": ["a", 1️⃣5],
         "properties": {"a": {"type": "string", "required": 2️⃣true}}}
        """#,
      .warning(#""required" lists keys, and this is a number; it is ignored"#),
      .warning(
        #""required" must be an array, not a boolean; it is ignored"#,
        fix: #"list the key in the "required" of the object around it"#))
  }

  @Test("A duplicate key is reported, and the last one counts")
  func duplicateKeys() {
    let model = expectFindings(
      in: #"""
        {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"},
         1️⃣"x": {"type": "integer", "minimum": 1, 2️⃣"minimum": 2}}}
        """#,
      .warning(
        #"duplicate key "x"; the last one counts"#,
        fix: "it stands first at line 1, column 64"),
      .warning(
        #"duplicate key "minimum"; the last one counts"#,
        fix: "it stands first at line 2, column 27"))
    #expect(model?.input.line == "{x: integer ≥2, y: string}")
  }

  @Test("Keys that look alike and differ in bytes are kept, with a warning")
  func canonicalTwins() {
    let model = expectFindings(
      in: "{\"type\": \"object\", \"properties\": {\"caf\u{E9}\": {\"type\": \"string\"}, "
        + "1️⃣\"cafe\u{301}\": {\"type\": \"integer\"}}, \"required\": [\"cafe\u{301}\"]}",
      .warning(
        "the key \"cafe\u{301}\" reads like another one and differs from it in bytes",
        fix: "spell it one way (Unicode NFC) if they are meant to be the same"))
    #expect(model?.input.properties.map(\.line) == ["string", "integer"])
    #expect(model?.input.properties.map(\.isRequired) == [false, true])
  }
}
