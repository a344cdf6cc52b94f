@_spi(Generated) import ModelCore
import ModelSchema
import SchemaValidator
import Testing

@Suite("Limit on issues")
struct IssueLimitTests {
  private static let count = 3_000

  private func check(_ properties: String) throws -> BodyCheck {
    let text = #"{"model_id": "a/b", "input": {"type": "object", "properties": \#(properties)}}"#
    let file = ModelFile(path: "m.json", relativePath: nil, bytes: Array(text.utf8))
    return BodyCheck(try #require(ModelReader.read(file).model))
  }

  private func list(_ item: String) -> String {
    "[" + [String](repeating: item, count: Self.count).joined(separator: ",") + "]"
  }

  @Test(
    "Validation stops at the limit and reports it",
    arguments: [
      (#"{"type": "array", "items": {"type": "string"}}"#, "1"),
      (#"{"type": "array", "format": "image_uris"}"#, #""ftp://x""#),
      (#"{"type": "array", "items": {"type": "string", "enum": ["a"]}}"#, #""b""#),
      (#"{"type": "array", "items": {"type": "object", "required": ["k"]}}"#, "{}"),
      (#"{"type": "array", "uniqueItems": true, "items": {"type": "integer"}}"#, "7"),
      (#"{"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}}"#, "1"),
      (#"{"type": "array", "items": {"type": "array", "maxItems": 0}}"#, "[1]"),
      (
        #"{"type": "array", "items": {"type": "string", "format": "image_uri", "#
          + #""validations": [{"validation_rule": "width_pixels<=", "validation_value": 10}]}}"#,
        #""data:image/gif;base64,R0lGODlhIAAgAAAAACwAAAAAIAAgAAA=""#
      ),
    ])
  func items(_ schema: String, _ item: String) throws {
    let body = try JSONDocument(parsing: #"{"list": \#(list(item))}"#).root
    let verdict = try check(#"{"list": \#(schema)}"#).check(body)
    #expect(verdict.issues.count == ValidationIssues.limit + 1)
    #expect(verdict.issues.last?.rule == .issueLimit)
    #expect(verdict.issues.dropLast().allSatisfy { $0.path.steps.first == "list" })
    #expect(verdict.unchecked.count <= ValidationIssues.limit + 1)
    #expect(verdict.lines(model: "a/b").first == "a/b: more than 500 problems")
    let json = verdict.json(model: "a/b")
    #expect(json["issues"]?.array?.count == ValidationIssues.limit + 1)
  }

  @Test("Unknown keys are reported up to the limit")
  func keys() throws {
    let members = (0..<Self.count).map { #""k\#($0)": 1"# }.joined(separator: ",")
    let schema = #"{"type": "object", "properties": {}, "additionalProperties": false}"#
    let body = try JSONDocument(parsing: #"{"object": {\#(members)}}"#).root
    #expect(
      try check(#"{"object": \#(schema)}"#).check(body).issues.count == ValidationIssues.limit + 1)
  }

  @Test("Files that aren't fetched are valid, and listed up to the limit")
  func unchecked() throws {
    let rule = #"{"validation_rule": "width_pixels<=", "validation_value": 10}"#
    let schema =
      #"{"type": "array", "items": {"type": "string", "format": "image_uri", "validations": [\#(rule)]}}"#
    let body = try JSONDocument(parsing: #"{"list": \#(list(#""https://a/b.png""#))}"#).root
    let verdict = try check(#"{"list": \#(schema)}"#).check(body)
    #expect(verdict.isValid && verdict.unchecked.count == ValidationIssues.limit + 1)
    #expect(verdict.unchecked.last?.rule == .issueLimit)
  }

  @Test("A value that matches no alternative is reported on one line")
  func form() throws {
    let form = #"{"type": "array", "items": {"type": "string"}}"#
    let body = try JSONDocument(parsing: #"{"value": \#(list("1"))}"#).root
    let verdict = try check(#"{"value": {"anyOf": [\#(form), {"type": "null"}]}}"#).check(body)
    #expect(verdict.issues.count == 1)
    #expect((verdict.issues.first?.message.utf8.count ?? 0) < 1_000)
    #expect(verdict.issues.first?.message.hasSuffix("more problems") == true)
  }
}
