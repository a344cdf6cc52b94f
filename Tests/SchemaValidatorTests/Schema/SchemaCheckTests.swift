@_spi(Generated) import ModelCore
import SchemaValidator
import Testing

@Suite("Full JSON Schema validation")
struct SchemaCheckTests {
  private static let model = """
    {"type": "object", "required": ["image_urls", "prompt"], "additionalProperties": false,
     "properties": {
      "image_urls": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true,
        "items": {"type": "string", "format": "image_uri"}},
      "prompt": {"type": "string", "maxLength": 8},
      "width×height": {"type": "string", "enum": ["1024x1024(1:1)", "2048x2048(1:1)"]},
      "scale": {"type": "float", "minimum": 0, "maximum": 1, "multipleOf": 0.1},
      "count": {"type": "int", "enum": [1, 2, 3]},
      "loras": {"type": "array", "items": {"type": "object", "required": ["path"],
        "properties": {"path": {"type": "string"}, "scale": {"type": "number"}}}}}}
    """

  @Test("A valid body is accepted, however its text is spelled")
  func valid() throws {
    let check = try SchemaVerdict(SchemaCheckTests.model)
    let lines = try check.lines(
      #"""
      {"scale": 0.30, "count": 2.0, "\u0070rompt": "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
       "image_urls": ["https:\/\/example.com\/a.png", "data:image/png;base64,AA=="],
       "width×height": "2048x2048\u00281:1)", "loras": [{"path": "a", "scale": 1e0}]}
      """#)
    #expect(lines.isEmpty)
  }

  @Test("Issues come in the schema's order, each with its path")
  func order() throws {
    let check = try SchemaVerdict(SchemaCheckTests.model)
    let lines = try check.lines(
      """
      {"promt": 1, "loras": [{"path": 1}, {"scale": "x"}], "count": 1.5, "scale": 0.35,
       "width×height": "800x600", "prompt": "far too long",
       "image_urls": ["https://example.com", "boat.jpg", "https://example.com"]}
      """)
    #expect(
      lines == [
        "image_urls: 3 items; at most 2 are allowed",
        "image_urls: items 0 and 2 are equal; items must be unique",
        #"image_urls[1]: "boat.jpg" is not an http(s) URL or a data URI of an image"#,
        "prompt: 12 characters; at most 8 are allowed",
        #"width×height: "800x600" isn't one of the 2 known values (did you mean "1024x1024(1:1)"?)"#,
        "scale: 0.35 isn't a multiple of 0.1", "count: must be an integer, not 1.5",
        "loras[0].path: must be a string, not a number", "loras[1].path: is required",
        "loras[1].scale: must be a number, not a string",
        #"promt: is not a known key; did you mean "prompt"?"#,
      ])
  }

  @Test("An empty body and a body of another type are reported")
  func missing() throws {
    let check = try SchemaVerdict(SchemaCheckTests.model)
    #expect(try check.lines("{}") == ["image_urls: is required", "prompt: is required"])
    #expect(try check.lines("[]") == ["body: must be an object, not an array"])
  }

  @Test("The last of duplicate keys counts, as in other parsers")
  func duplicates() throws {
    let check = try SchemaVerdict(
      #"{"properties": {"a": {"maximum": 1}}, "additionalProperties": {"maximum": 1}}"#)
    #expect(try check.lines(#"{"a": 5, "b": 5, "a": 1, "b": 1}"#).isEmpty)
    #expect(try check.lines(#"{"a": 1, "b": 1, "a": 5, "b": 5}"#).count == 2)
  }

  @Test("A body with very many keys and a duplicate is validated up to the limit")
  func hostileDuplicates() throws {
    let check = try SchemaVerdict(#"{"additionalProperties": {"additionalProperties": false}}"#)
    let many = (0..<20_000).map { "\"k\($0)\": {}" }.joined(separator: ", ")
    #expect(try check.lines("{\(many), \"k7\": {\"a\": 1}}").count == 1)
    #expect(try check.lines("{\"k\": {\(many), \"k7\": 1}}").count == ValidationIssues.limit + 1)
  }

  @Test("A required key without a schema is an additional key")
  func requiredButUnpublished() throws {
    let typed = try SchemaVerdict(#"{"required": ["a"], "additionalProperties": {"maximum": 1}}"#)
    #expect(try typed.lines(#"{"a": 2}"#) == ["a: 2 is more than the maximum 1"])
    let closed = try SchemaVerdict(#"{"required": ["a"], "additionalProperties": false}"#)
    #expect(try closed.rules(#"{"a": 2}"#) == ["additionalProperties"])
    #expect(try closed.rules("{}") == ["required"])
  }

  @Test("null is valid for a nullable value, whatever its other rules")
  func nullable() throws {
    let check = try SchemaVerdict(
      #"{"properties": {"a": {"type": "string", "nullable": true, "enum": ["x"]}}}"#)
    #expect(try check.lines(#"{"a": null}"#).isEmpty)
    #expect(try check.lines(#"{"a": 1}"#) == ["a: must be a string or null, not a number"])
  }

  @Test("A Boolean exclusiveMaximum makes the maximum exclusive")
  func booleanBounds() throws {
    let check = try SchemaVerdict(
      """
      {"minimum": 0, "exclusiveMinimum": true, "maximum": 2, "exclusiveMaximum": false}
      """)
    #expect(try check.lines("0") == ["body: 0 must be more than 0"])
    #expect(try check.lines("0.1").isEmpty)
    #expect(try check.lines("2").isEmpty)
    #expect(try check.rules("2.5") == ["maximum"])
  }

  @Test("A value that matches no alternative is compared with the nearest one")
  func forms() throws {
    let size = try SchemaVerdict(
      """
      {"properties": {"size": {"anyOf": [{"type": "string", "enum": ["1K", "2K"]},
        {"type": "object", "required": ["width", "height"],
         "properties": {"width": {"type": "integer", "maximum": 4096}}}]}}}
      """)
    #expect(
      try size.lines(#"{"size": {"width": 5000}}"#)
        == ["size: width: 5000 is more than the maximum 4096; height: is required"])
    #expect(
      try size.lines(#"{"size": "4K"}"#) == [#"size: "4K" isn't one of the 2 known values"#])
    #expect(
      try size.lines(#"{"size": 5}"#) == ["size: must be a string or an object, not a number"])
    let words = try SchemaVerdict(
      #"{"anyOf": [{"enum": ["1K", "2K"]}, {"const": "auto"}, {"type": "integer"}]}"#)
    #expect(try words.lines(#""4K""#) == [#"body: "4K" isn't one of the 3 known values"#])
    let tagged = try SchemaVerdict(
      """
      {"oneOf": [{"properties": {"kind": {"const": "a"}}, "required": ["x"]},
        {"properties": {"kind": {"const": "b"}}, "required": ["y", "z"]}]}
      """)
    #expect(
      try tagged.lines(#"{"kind": "b"}"#) == [
        "body: fits none of the 2 forms; for the nearest: y: is required; z: is required"
      ])
    let overlapping = try SchemaVerdict(#"{"oneOf": [{"minimum": 1}, {"maximum": 5}]}"#)
    #expect(try overlapping.lines("3") == ["body: fits 2 of the 2 forms; exactly one must fit"])
  }

  @Test("Media arrays are validated item by item, with or without `items`")
  func mediaArrays() throws {
    for items in ["", #", "items": {"type": "string"}"#, #", "items": {"format": "video_uri"}"#] {
      let check = try SchemaVerdict(#"{"type": "array", "format": "video_uris"\#(items)}"#)
      #expect(
        try check.lines(#"["https://example.com/v.mp4", "data:image/png,x"]"#) == [
          #"[1]: "data:image/png,x" is not an http(s) URL or a data URI of a video"#
        ])
      #expect(try check.lines("[]").isEmpty)
    }
    let bare = try SchemaVerdict(#"{"format": "image_uris"}"#)
    #expect(try bare.lines("[5]") == ["[0]: must be a string, not a number"])
  }

  @Test("Rules on media files are reported as unchecked for every file")
  func mediaRules() throws {
    let check = try SchemaVerdict(
      """
      {"properties": {"images": {"format": "image_uris", "validations": [
        {"validation_rule": "width/height≥", "validation_value": "0.33", "validation_error": "x"},
        {"validation_rule": "mood<", "validation_value": 1}]}}}
      """)
    let body = try JSONDocument(parsing: #"{"images": ["https://a.example", "https://b.example"]}"#)
    let issues = check.issues(in: body.root)
    #expect(issues.isEmpty)
    #expect(
      issues.unchecked.map { "\($0.path) \($0.rule)" } == [
        "images[0] width/height≥", "images[0] mood<", "images[1] width/height≥", "images[1] mood<",
      ])
    #expect(check.check.unsupported.map(\.rule) == ["mood<"])
  }
}
