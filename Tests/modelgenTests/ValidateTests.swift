import ModelCore
import Testing
import ToolSupport

/// `modelgen validate` on bodies that no person would write.
@Suite("modelgen validate") struct ValidateTests {
  @Test("A body with very many invalid items has at most 500 problems, as text and as JSON")
  func countless() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "schemas/acme/draw.json",
      #"""
      {"model_id": "acme/draw", "input": {"type": "object",
        "properties": {"urls": {"type": "array", "items": {"type": "string"}}}}}
      """#)
    let items = [String](repeating: "1", count: 5_000).joined(separator: ",")
    try sandbox.write("body.json", #"{"urls": [\#(items)]}"#)
    let words = ["validate", "acme/draw", "@body.json", "--schemas", "@schemas"]
    let text = sandbox.run(words)
    let lines = text.out.split(separator: "\n")
    #expect(text.code == .found && lines.count == 502)
    #expect(lines.first == "acme/draw: more than 500 problems")
    #expect(lines.last == "  body: more than 500 problems; the rest was not checked")
    let json = sandbox.run(words + ["--json"])
    let issues = try JSONValue(parsing: Array(json.out.utf8))["issues"]?.array ?? []
    #expect(json.code == .found && issues.count == 501)
    #expect(issues.last?["rule"] == "issueLimit" && issues.last?["path"] == "")
    #expect(issues.first?["path"] == "/urls/0" && issues[499]["path"] == "/urls/499")
  }

  @Test("A duplicate key in a body is reported, since services may take another value")
  func duplicateKeys() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "schemas/acme/draw.json",
      #"{"model_id": "acme/draw", "input": {"properties": {"i": {"type": "integer"}}}}"#)
    try sandbox.write("body.json", #"{"i": "x", "i": 1}"#)
    let outcome = sandbox.run("validate", "acme/draw", "@body.json", "--schemas", "@schemas")
    #expect(outcome.code == .done && outcome.out == "acme/draw: the body is valid\n")
    #expect(
      outcome.error.contains(
        #"body.json:1:12: warning: duplicate key "i"; only the last value is checked; "#
          + "the first is at line 1, column 2"))
  }

  @Test("A key of control characters and characters for the direction of writing stays JSON")
  func oddCharacters() throws {
    let sandbox = try Sandbox()
    let odd = "a\u{7F}\u{85}\u{9F}\u{202E}\u{2066}\u{200F}\u{61C}"
    try sandbox.write(
      "schemas/acme/draw.json",
      #"{"model_id": "acme/draw", "input": {"additionalProperties": false, "properties": {}}}"#)
    try sandbox.write("body.json", "{\"\(odd)\": 1}")
    let words = ["validate", "acme/draw", "@body.json", "--schemas", "@schemas"]
    let json = sandbox.run(words + ["--json"])
    let issues = try JSONValue(parsing: Array(json.out.utf8))["issues"]?.array ?? []
    #expect(issues.first?["path"] == .string("/" + odd))
    for text in [json.out, sandbox.run(words).out] {
      #expect(!text.unicodeScalars.contains { odd.dropFirst().unicodeScalars.contains($0) })
    }
  }
}
