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
}
