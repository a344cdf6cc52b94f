import ModelCore
import ModelSchema
import SchemaValidator
import Testing

@Suite("$schema says how a schema is read")
struct DialectTests {
  private static let drafts = [
    "http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
  ]

  private func verdict(
    _ schema: String, on body: String, dialect: SchemaDialect? = nil
  ) throws -> SchemaVerdict.Verdict {
    try SchemaVerdict(schema, dialect: dialect)
      .verdict(on: try JSONDocument(parsing: body).root)
  }

  @Test("A rule beside a reference counts from 2019-09 on", arguments: drafts)
  func siblings(of uri: String) throws {
    let schema =
      ##"{"$schema": "\##(uri)", "definitions": {"s": {"type": "string"}}, "properties": {"a": {"$ref": "#/definitions/s", "maxLength": 2}}}"##
    let isIgnored = uri.contains("draft-07")
    #expect(try verdict(schema, on: #"{"a": "bbb"}"#) == (isIgnored ? .valid : .invalid))
    #expect(try verdict(schema, on: #"{"a": 1}"#) == .invalid)
  }

  @Test("Where no dialect is named, the one that was given counts, else the keywords tell")
  func unnamed() throws {
    let plain =
      ##"{"definitions": {"s": {}}, "items": {"$ref": "#/definitions/s", "maxLength": 2}}"##
    #expect(try verdict(plain, on: #"["bbb"]"#) == .valid)
    #expect(try verdict(plain, on: #"["bbb"]"#, dialect: .draft2020) == .invalid)
    let later = ##"{"$defs": {"s": {}}, "items": {"$ref": "#/$defs/s", "maxLength": 2}}"##
    #expect(try verdict(later, on: #"["bbb"]"#) == .invalid)
    #expect(try verdict(later, on: #"["bbb"]"#, dialect: .draft7) == .valid)
  }

  @Test("A keyword that the dialect doesn't have is listed and refuses nothing")
  func keywordsOfLaterDrafts() throws {
    let schema = #"{"$schema": "\#(Self.drafts[0])", "dependentRequired": {"a": ["b"]}}"#
    #expect(try verdict(schema, on: #"{"a": 1}"#) == .unclear)
    let check = try SchemaVerdict(schema).check
    #expect(check.unsupported.map(\.rule.rawValue) == ["dependentRequired"])
  }

  @Test("Behind prefixItems stands what items says, whatever the dialect", arguments: drafts)
  func prefixItems(in uri: String) throws {
    let schema =
      #"{"$schema": "\#(uri)", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}"#
    #expect(try verdict(schema, on: #"["a", 1]"#) != .invalid)
    #expect(try verdict(schema, on: #"["a", "b"]"#) == .invalid)
  }

  @Test("A dialect that isn't known gives no verdict, one made from draft 7 is read as that")
  func unknown() throws {
    #expect(
      try verdict(#"{"$schema": "https://example.com/meta", "maximum": 1}"#, on: "2") == .unclear)
    #expect(
      try verdict(
        #"{"$schema": "https://example.com/draft-07-strict.json", "maximum": 1}"#, on: "2")
        == .invalid)
    #expect(try verdict(#"{"$schema": "strict", "maximum": 1}"#, on: "2") == .invalid)
  }

  @Test("A schema with an address may have a dialect of its own")
  func embedded() throws {
    let schema = ##"""
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/a",
       "properties": {"old": {"$id": "old", "$schema": "http://json-schema.org/draft-07/schema#",
         "definitions": {"s": {}}, "items": {"$ref": "#/definitions/s", "maxLength": 1}},
        "new": {"items": {"$ref": "#/$defs/s", "maxLength": 1}}}, "$defs": {"s": {}}}
      """##
    #expect(try verdict(schema, on: #"{"old": ["bb"]}"#) == .valid)
    #expect(try verdict(schema, on: #"{"new": ["bb"]}"#) == .invalid)
  }

  @Test("References find anchors, and addresses beside a reference")
  func anchors() throws {
    let schema = ##"""
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/a",
       "properties": {"a": {"$ref": "#word"}, "b": {"$ref": "b"}, "c": {"$ref": "b#word"}},
       "$defs": {"a": {"$anchor": "word", "type": "string"},
        "b": {"$id": "b", "$ref": "#word", "$defs": {"w": {"$anchor": "word", "type": "integer"}}}}}
      """##
    #expect(try verdict(schema, on: #"{"a": "x", "b": 1, "c": 1}"#) == .valid)
    for body in [#"{"a": 1}"#, #"{"b": "x"}"#, #"{"c": "x"}"#] {
      #expect(try verdict(schema, on: body) == .invalid)
    }
  }

  private static let tree = """
    "type": "object", "properties": {"data": true, "children": {"type": "array", "items":
    """

  @Test("A dynamic reference leads to the outermost schema of its name")
  func dynamicReferences() throws {
    let schema = ##"""
      {"$id": "https://example.com/strict", "$dynamicAnchor": "node", "$ref": "tree",
       "unevaluatedProperties": false,
       "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node", \##(Self.tree)
         {"$dynamicRef": "#node"}}}}}}
      """##
    #expect(try verdict(schema, on: #"{"children": [{"data": 1}]}"#) == .valid)
    #expect(try verdict(schema, on: #"{"children": [{"daat": 1}]}"#) == .invalid)
    let alone = ##"{"$dynamicAnchor": "node", \##(Self.tree) {"$dynamicRef": "#node"}}}}"##
    #expect(try verdict(alone, on: #"{"children": [{"children": [{"daat": 1}]}]}"#) == .valid)
    #expect(try verdict(alone, on: #"{"children": [{"children": [1]}]}"#) == .invalid)
  }

  @Test("A recursive reference leads to the outermost schema that allows it")
  func recursiveReferences() throws {
    let schema = ##"""
      {"$schema": "https://json-schema.org/draft/2019-09/schema",
       "$id": "https://example.com/strict", "$recursiveAnchor": true, "$ref": "tree",
       "unevaluatedProperties": false,
       "$defs": {"tree": {"$id": "tree", "$recursiveAnchor": true, \##(Self.tree)
         {"$recursiveRef": "#"}}}}}}
      """##
    #expect(try verdict(schema, on: #"{"children": [{"data": 1}]}"#) == .valid)
    #expect(try verdict(schema, on: #"{"children": [{"daat": 1}]}"#) == .invalid)
  }

  @Test("A reference to itself is told, and its siblings still count")
  func selfReference() throws {
    let schema = ##"{"$defs": {}, "$ref": "#", "maxLength": 1}"##
    #expect(try verdict(schema, on: #""bb""#) == .invalid)
    #expect(try verdict(schema, on: #""b""#) == .unclear)
  }
}
