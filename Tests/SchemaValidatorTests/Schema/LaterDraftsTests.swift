import ModelCore
import ModelSchema
import SchemaValidator
import Testing

@Suite("Keywords of 2019-09 and 2020-12 mean what these drafts say")
struct LaterDraftsTests {
  /// Bodies that fit a schema, and bodies that don't, separated by bars.
  struct Example: Sendable, CustomTestStringConvertible {
    let schema: String
    let valid: String
    let invalid: String

    init(_ schema: String, valid: String, invalid: String) {
      (self.schema, self.valid, self.invalid) = (schema, valid, invalid)
    }

    var testDescription: String { schema }

    func expect() throws {
      let verdict = try SchemaVerdict(schema)
      #expect(verdict.check.unsupported.isEmpty)
      for (bodies, wanted) in [(valid, SchemaVerdict.Verdict.valid), (invalid, .invalid)] {
        for body in bodies.split(separator: "|") {
          let found = verdict.verdict(on: try JSONDocument(parsing: String(body)).root)
          #expect(found == wanted, "\(body)")
        }
      }
    }
  }

  @Test(
    "Items are told apart by their place, and the others are what items says",
    arguments: [
      Example(
        #"{"prefixItems": [{"type": "string"}], "items": false}"#,
        valid: #"[]|["a"]|{"0": 1}"#, invalid: #"[1]|["a", "b"]"#),
      Example(
        #"{"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}"#,
        valid: #"["a"]|["a", 1, 2]"#, invalid: #"["a", "b"]|[1]"#),
      Example(
        #"{"prefixItems": [true, {"type": "integer"}]}"#,
        valid: #"["a", 1, "b"]"#, invalid: #"["a", "b"]"#),
    ])
  func tuples(_ example: Example) throws { try example.expect() }

  @Test(
    "Keys and schemas that depend on a key are asked for where it is there",
    arguments: [
      Example(
        #"{"dependentRequired": {"a": ["b", "c"]}}"#,
        valid: #"{}|{"b": 1}|{"a": 1, "b": 1, "c": 1}|["a"]"#, invalid: #"{"a": 1, "b": 1}"#),
      Example(
        #"{"dependentSchemas": {"a": {"required": ["b"], "properties": {"b": {"minimum": 2}}}}}"#,
        valid: #"{"b": 1}|{"a": 1, "b": 2}"#, invalid: #"{"a": 1}|{"a": 1, "b": 1}"#),
      Example(
        #"{"dependentSchemas": {"a": false}}"#, valid: #"{"b": 1}"#, invalid: #"{"a": 1}"#),
    ])
  func dependencies(_ example: Example) throws { try example.expect() }

  @Test(
    "Items of a kind are counted",
    arguments: [
      Example(
        #"{"contains": {"type": "string"}, "minContains": 2, "maxContains": 3}"#,
        valid: #"["a", "b"]|["a", 1, "b", "c"]|1"#, invalid: #"[]|["a", 1]|["a", "b", "c", "d"]"#),
      Example(
        #"{"contains": {"type": "string"}, "minContains": 0}"#, valid: #"[]|[1]|["a"]"#,
        invalid: ""),
      Example(
        #"{"contains": {"type": "string"}, "maxContains": 1}"#, valid: #"["a"]|[1, "a"]"#,
        invalid: #"[]|["a", "b"]"#),
      Example(#"{"minContains": 2, "maxContains": 0}"#, valid: #"[]|[1]"#, invalid: ""),
    ])
  func contains(_ example: Example) throws { try example.expect() }

  @Test(
    "A key that nothing describes is unevaluated, wherever the descriptions stand",
    arguments: [
      Example(
        #"""
        {"properties": {"a": true}, "patternProperties": {"^b": true},
        "unevaluatedProperties": false}
        """#,
        valid: #"{"a": 1, "bb": 1}|[1]"#, invalid: #"{"a": 1, "c": 1}"#),
      Example(
        #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": {"type": "string"}}"#,
        valid: #"{"a": 1, "b": "x"}"#, invalid: #"{"a": 1, "b": 1}"#),
      Example(
        #"""
        {"anyOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]},
        {"properties": {"b": {"const": 1}}, "required": ["b"]}],
        "unevaluatedProperties": false}
        """#,
        valid: #"{"a": 1}|{"b": 1}|{"a": 1, "b": 1}"#,
        invalid: #"{"a": 1, "b": 2}|{"b": 1, "c": 1}"#),
      Example(
        #"""
        {"oneOf": [{"properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"properties": {"b": true}, "required": ["b"]}], "unevaluatedProperties": false}
        """#,
        valid: #"{"a": "x"}|{"b": 1}"#, invalid: #"{"a": 1, "b": 1}|{"a": "x", "c": 1}"#),
      Example(
        #"{"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false}"#,
        valid: "{}", invalid: #"{"a": 1}"#),
      Example(
        #"""
        {"if": {"properties": {"a": {"const": 1}}, "required": ["a"]},
        "then": {"properties": {"b": true}}, "else": {"properties": {"c": true}},
        "unevaluatedProperties": false}
        """#,
        valid: #"{"a": 1, "b": 1}|{"c": 1}"#, invalid: #"{"a": 2}|{"a": 1, "c": 1}|{"b": 1}"#),
      Example(
        #"{"if": {"properties": {"a": {"const": 1}}}, "unevaluatedProperties": false}"#,
        valid: #"{"a": 1}"#, invalid: #"{"a": 2}"#),
      Example(
        #"""
        {"dependentSchemas": {"a": {"properties": {"b": true}}},
        "properties": {"a": true}, "unevaluatedProperties": false}
        """#,
        valid: #"{"a": 1, "b": 1}"#, invalid: #"{"b": 1}"#),
      Example(
        ##"""
        {"$defs": {"base": {"properties": {"a": true}}}, "$ref": "#/$defs/base",
        "properties": {"b": true}, "unevaluatedProperties": false}
        """##,
        valid: #"{"a": 1, "b": 1}"#, invalid: #"{"a": 1, "c": 1}"#),
      Example(
        #"{"allOf": [{"additionalProperties": true}], "unevaluatedProperties": false}"#,
        valid: #"{"a": 1}"#, invalid: ""),
      Example(
        #"{"allOf": [{"unevaluatedProperties": true}], "unevaluatedProperties": false}"#,
        valid: #"{"a": 1}"#, invalid: ""),
      Example(
        #"{"allOf": [{"properties": {"a": true}}, {"unevaluatedProperties": false}]}"#,
        valid: "{}", invalid: #"{"a": 1}"#),
      Example(
        #"{"properties": {"a": {"properties": {"b": true}}}, "unevaluatedProperties": false}"#,
        valid: #"{"a": {"b": 1, "c": 1}}"#, invalid: #"{"b": 1}"#),
      Example(
        #"{"required": ["a"], "propertyNames": {"minLength": 1}, "unevaluatedProperties": false}"#,
        valid: "", invalid: #"{"a": 1}"#),
    ])
  func unevaluatedProperties(_ example: Example) throws { try example.expect() }

  @Test(
    "An item that nothing describes is unevaluated, wherever the descriptions stand",
    arguments: [
      Example(
        #"{"prefixItems": [true], "unevaluatedItems": false}"#, valid: "[]|[1]",
        invalid: "[1, 2]"),
      Example(
        #"""
        {"allOf": [{"prefixItems": [true, true]}], "prefixItems": [true],
        "unevaluatedItems": {"type": "string"}}
        """#,
        valid: #"[1, 2, "a"]"#, invalid: "[1, 2, 3]"),
      Example(
        #"{"allOf": [{"items": true}], "unevaluatedItems": false}"#, valid: "[1, 2]", invalid: ""),
      Example(
        #"{"prefixItems": [true], "contains": {"type": "string"}, "unevaluatedItems": false}"#,
        valid: #"[1, "a", "b"]"#, invalid: #"[1, "a", 2]|[1, 2]"#),
      Example(
        #"{"contains": {"type": "string"}, "minContains": 0, "unevaluatedItems": false}"#,
        valid: #"[]|["a"]"#, invalid: "[1]"),
      Example(
        #"""
        {"anyOf": [{"prefixItems": [true, {"const": 1}]}, {"prefixItems": [true]}],
        "unevaluatedItems": false}
        """#,
        valid: "[0]|[0, 1]", invalid: "[0, 2]|[0, 1, 2]"),
      Example(
        #"""
        {"$schema": "https://json-schema.org/draft/2019-09/schema", "items": [true],
        "contains": {"const": "a"}, "unevaluatedItems": false}
        """#,
        valid: #"["a"]"#, invalid: #"[1, "a"]"#),
      Example(
        #"""
        {"$schema": "https://json-schema.org/draft/2019-09/schema", "items": [true],
        "additionalItems": {"type": "string"}, "unevaluatedItems": false}
        """#,
        valid: #"[1, "a"]"#, invalid: #"[1, 2]"#),
      Example(
        #"""
        {"$schema": "https://json-schema.org/draft/2019-09/schema",
        "additionalItems": true, "unevaluatedItems": false}
        """#,
        valid: "[]", invalid: "[1]"),
    ])
  func unevaluatedItems(_ example: Example) throws { try example.expect() }

  @Test("Unevaluated keys are reported at their positions, with the nearest key")
  func messages() throws {
    let keys = try SchemaVerdict(
      #"{"properties": {"prompt": true}, "unevaluatedProperties": false}"#)
    #expect(
      try keys.lines(#"{"promt": 1}"#)
        == [#"promt: is not a known key; did you mean "prompt"?"#])
    let items = try SchemaVerdict(#"{"prefixItems": [true], "unevaluatedItems": false}"#)
    #expect(try items.lines("[1, 2]") == ["[1]: is not an item that the schema allows"])
    let few = try SchemaVerdict(#"{"contains": {"const": 1}, "minContains": 2}"#)
    #expect(
      try few.lines("[1]") == ["body: 1 item of the kind of which there must be 2 at least"])
    let dependent = try SchemaVerdict(#"{"dependentRequired": {"a": ["b"]}}"#)
    #expect(try dependent.rules(#"{"a": 1}"#) == ["dependentRequired"])
    #expect(try dependent.lines(#"{"a": 1}"#) == [#"b: is required beside "a""#])
  }

  @Test("A key that a rule of unknown effect may describe is unchecked, not refused")
  func doubtfulKeys() throws {
    for schema in [
      #"{"$ref": "https://example.com/base.json", "unevaluatedProperties": false}"#,
      #"{"anyOf": [{"properties": {"a": {"pattern": "(?=b)"}}}], "unevaluatedProperties": false}"#,
      #"""
      {"if": {"pattern": "(?=b)"}, "then": {"properties": {"a": true}},
      "unevaluatedProperties": false}
      """#,
    ] {
      let verdict = try SchemaVerdict(schema)
      let body = try JSONDocument(parsing: #"{"a": "b"}"#).root
      #expect(verdict.verdict(on: body) == .unclear, "\(schema)")
    }
  }
}
