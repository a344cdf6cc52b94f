@_spi(Generated) import ModelCore
import SchemaValidator
import TestSupport
import Testing

@Suite("Rules that can't be checked")
struct UncheckedTests {
  @Test(
    "A keyword that can't be checked is listed with its position and rejects nothing",
    arguments: [
      (#"{"pattern": "(?=a)"}"#, "pattern", "/pattern"),
      (#"{"type": "file"}"#, "type", "/type"),
      (#"{"maxLength": "8"}"#, "maxLength", "/maxLength"),
      (#"{"minItems": -1}"#, "minItems", "/minItems"),
      (#"{"minimum": "0"}"#, "minimum", "/minimum"),
      (#"{"multipleOf": 0}"#, "multipleOf", "/multipleOf"),
      (#"{"enum": "a"}"#, "enum", "/enum"),
      (#"{"anyOf": []}"#, "anyOf", "/anyOf"),
      (#"{"required": "a"}"#, "required", "/required"),
      (#"{"prefixItems": 1}"#, "prefixItems", "/prefixItems"),
      (#"{"unevaluatedItems": 1}"#, "unevaluatedItems", "/unevaluatedItems"),
      (##"{"$dynamicRef": "#nowhere"}"##, "$dynamicRef", "/$dynamicRef"),
      (##"{"$ref": "#/nowhere"}"##, "$ref", "/$ref"),
      (#"{"$ref": "https://example.com/a.json"}"#, "$ref", "/$ref"),
      (##"{"allOf": [{"$ref": "#/allOf/0"}]}"##, "$ref", "/allOf/0/$ref"),
      (#"{"not": {"pattern": "\\1"}}"#, "pattern", "/not/pattern"),
      (#"{"anyOf": [{"pattern": "\\1"}, false]}"#, "pattern", "/anyOf/0/pattern"),
      (#"{"oneOf": [{"pattern": "\\1"}, true]}"#, "pattern", "/oneOf/0/pattern"),
      (#"{"if": {"pattern": "\\1"}, "then": false}"#, "pattern", "/if/pattern"),
      (#"{"allOf": ["x"]}"#, "schema", "/allOf/0"),
    ])
  func listed(schema: String, rule: String, pointer: String) throws {
    let verdict = try SchemaVerdict(schema)
    #expect(verdict.check.unsupported.map(\.rule.rawValue) == [rule])
    #expect(verdict.check.unsupported.map(\.node.pointer) == [pointer])
    for body in [#""b""#, "null", "[1]", #"{"a": 1}"#] {
      #expect(verdict.verdict(on: try JSONDocument(parsing: body).root) == .unclear)
    }
  }

  @Test("A rule beside a reference is reported when generating")
  func overridden() throws {
    let verdict = try SchemaVerdict(
      ##"""
      {"definitions": {"a": {}},
       "items": {"$ref": "#/definitions/a", "maxItems": 2, "title": "t"}}
      """##)
    #expect(verdict.check.unsupported.map(\.node.pointer) == ["/items/maxItems"])
    #expect(verdict.verdict(on: try JSONDocument(parsing: "[[1, 2, 3]]").root) == .valid)
  }

  @Test("A nonsensical schema is read without a crash")
  func nonsense() throws {
    var maker = RandomSchema(random: SeededGenerator(seed: 3))
    let keywords = [
      "type", "enum", "const", "minimum", "exclusiveMaximum", "multipleOf", "minLength", "pattern",
      "format", "validations", "items", "additionalItems", "maxItems", "uniqueItems", "contains",
      "properties", "required", "additionalProperties", "patternProperties", "propertyNames",
      "dependencies", "minProperties", "allOf", "anyOf", "oneOf", "not", "if", "then", "$ref",
      "$id",
      "nullable", "definitions",
    ]
    var told = 0
    for _ in 0..<1_500 {
      var schema = JSONObject()
      for _ in 0..<4 { schema[maker.pick(keywords, or: "type")] = maker.value(depth: 3) }
      let verdict = try SchemaVerdict(schema.description)
      told += verdict.check.unsupported.count
      _ = verdict.verdict(on: try JSONDocument(parsing: maker.value(depth: 3).description).root)
    }
    #expect(told > 500)
  }

  @Test("A reference is looked up below the given root, then in the whole file")
  func roots() throws {
    let file = try JSONDocument(
      parsing: """
        {"$defs": {"b": {"maximum": 2}}, "input": {"$defs": {"a": {"maximum": 1}}, "properties": {
          "a": {"$ref": "#/$defs/a"}, "b": {"$ref": "#/$defs/b"}, "self": {"$ref": "#"}}}}
        """)
    let input = try #require(file.root["input"])
    let check = SchemaCheck(schema: input, root: input)
    #expect(check.unsupported.isEmpty)
    var issues = ValidationIssues()
    let body = try JSONDocument(parsing: #"{"self": {"a": 2, "b": 3}}"#)
    check.check(body.root, into: &issues)
    #expect(issues.issues.map(\.path.description) == ["self.a", "self.b"])
  }

  @Test("Recursive schemas end at any depth and with any number of branches")
  func recursion() throws {
    let tree = try SchemaVerdict(
      ##"{"type": "array", "items": {"$ref": "#"}, "allOf": [{"items": {"$ref": "#"}}]}"##)
    let deep = String(repeating: "[", count: 250) + String(repeating: "]", count: 250)
    #expect(tree.verdict(on: try JSONDocument(parsing: deep).root) == .unclear)
    #expect(tree.verdict(on: try JSONDocument(parsing: "[[[]]]").root) == .valid)
    #expect(tree.verdict(on: try JSONDocument(parsing: "[[[5]]]").root) == .invalid)
    let loop = try SchemaVerdict(
      ##"{"$defs": {"a": {"allOf": [{"$ref": "#"}]}}, "anyOf": [{"$ref": "#/$defs/a"}]}"##)
    #expect(loop.verdict(on: try JSONDocument(parsing: "1").root) == .unclear)
  }

  @Test("A long chain of references is followed without recursion")
  func chain() throws {
    let links = (0..<2_000).map { ##""\##($0)": {"$ref": "#/$defs/\##($0 + 1)"}"## }
    let chain = try SchemaVerdict(
      ##"""
      {"$ref": "#/$defs/0", "$defs": {\##(links.joined(separator: ",")), "2000": {"type": "null"}}}
      """##)
    #expect(chain.verdict(on: try JSONDocument(parsing: "null").root) == .valid)
    #expect(chain.verdict(on: try JSONDocument(parsing: "1").root) == .invalid)
  }

  @Test("Without a list of unchecked rules nothing is collected")
  func unlisted() throws {
    var issues = ValidationIssues()
    let schema = try JSONDocument(parsing: #"{"pattern": "\\1"}"#)
    SchemaCheck(schema: schema.root).check(schema.root, into: &issues)
    #expect(issues.isEmpty && issues.unchecked.isEmpty)
  }
}
