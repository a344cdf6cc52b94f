import ModelCore
import Testing

@testable import ModelSchema

@Suite("The dialect of a schema decides which of its rules bindings apply")
struct DialectTests {
  private static let fix =
    #"put both into "allOf", or name a later dialect under "$schema""#

  @Test("Up to draft 7 a reference overrides the rules beside it, which is told")
  func overridden() {
    for named in [#""$schema": "http://json-schema.org/draft-07/schema#", "#, ""] {
      let model = expectFindings(
        in: ##"""
          {\##(named)"definitions": {"s": {"type": "string"}}, "properties": {
             "a": {"$ref": "#/definitions/s", "maxLength": 1️⃣3, "description": "A name"}}}
          """##,
        .warning(
          #"the "$ref" beside "maxLength" overrides it, as up to draft 7"#, fix: Self.fix))
      #expect(model?.input.line == "{a: string}")
      #expect(model?.input.properties.first?.description == "A name")
    }
  }

  @Test("From 2019-09 on they apply, whether the dialect is named or the keywords tell")
  func applied() {
    for (named, list) in [
      (#""$schema": "https://json-schema.org/draft/2019-09/schema", "#, "definitions"),
      (#""$schema": "https://json-schema.org/draft/2020-12/schema", "#, "definitions"),
      ("", "$defs"),
    ] {
      let model = expectFindings(
        in: ##"""
          {\##(named)"\##(list)": {"s": {"type": "string"}}, "properties": {
             "a": {"$ref": "#/\##(list)/s", "maxLength": 3}}}
          """##)
      #expect(model?.input.line == "{a: string ≤3}")
    }
  }

  @Test("Lint promises no check of a keyword that the dialect doesn't have")
  func promises() {
    expectFindings(
      in: #"""
        {"$schema": "http://json-schema.org/draft-07/schema#", "propertyNames": 1️⃣{"maxLength": 9},
         "dependentSchemas": 2️⃣{"a": {"required": ["b"]}}, "properties": {"a": {"type": "string"}}}
        """#,
      .warning(
        #"bindings don't check "propertyNames""#, fix: "`modelgen validate` does, where it can"),
      .warning(
        #"bindings don't check "dependentSchemas""#,
        fix: "JSON Schema draft 7 doesn't have the keyword; "
          + #"name a later dialect under "$schema""#))
  }

  @Test("The schema of items behind prefixItems does not apply to all items")
  func prefixItems() {
    let property = expectFindings(
      inProperty: #"""
        {"type": "array", "prefixItems": 1️⃣[{"type": "string"}], "items": {"type": "integer"}}
        """#,
      .warning(
        #"bindings don't check "prefixItems""#, fix: "`modelgen validate` does, where it can"))
    #expect(property?.line == "[any] unchecked items prefixItems")
  }

  @Test(
    "The keywords of a schema tell its dialect",
    arguments: [
      (#"{"definitions": {}, "items": []}"#, SchemaDialect.draft7),
      (#"{"enum": ["prefixItems", "$defs"], "deprecated": true}"#, .draft7),
      (#"{"properties": {"prefixItems": {}}}"#, .draft7),
      (#"{"$defs": {}}"#, .draft2020),
      (#"{"properties": {"a": {"dependentRequired": {}}}}"#, .draft2020),
      (#"{"prefixItems": [], "properties": {"a": {"items": []}}}"#, .draft2020),
      (#"{"$defs": {}, "items": []}"#, .draft2019),
      (##"{"$recursiveRef": "#"}"##, .draft2019),
    ])
  func inferred(schema: String, dialect: SchemaDialect) throws {
    let root = try JSONDocument(parsing: schema).root
    #expect(SchemaReferences(root: root).dialect(of: root) == .inferred(dialect))
  }

  @Test("Definitions beside the input of a model file tell it too")
  func definitionsOutside() throws {
    let file = try JSONDocument(parsing: #"{"input": {"type": "object"}, "$defs": {}}"#).root
    let input = try #require(file["input"])
    #expect(SchemaReferences(root: input).dialect(of: input) == .inferred(.draft2020))
  }

  @Test(
    "$schema is understood in all its spellings",
    arguments: [
      ("http://json-schema.org/draft-04/schema#", SchemaDialectChoice.named(.draft7)),
      ("https://json-schema.org/draft-07/schema", .named(.draft7)),
      ("https://json-schema.org/draft/2019-09/schema#", .named(.draft2019)),
      ("http://json-schema.org/draft/2020-12/schema", .named(.draft2020)),
      ("https://spec.openapis.org/oas/3.1/dialect/base", .named(.draft2020)),
      ("https://example.com/meta", .unknown("https://example.com/meta")),
    ])
  func named(uri: String, choice: SchemaDialectChoice) throws {
    #expect(SchemaDialectChoice(naming: uri) == choice)
    for word in ["", "draft7", "http://json-schema.org/schema#"] {
      #expect(SchemaDialectChoice(naming: word) == nil)
    }
  }
}
