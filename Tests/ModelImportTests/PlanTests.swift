import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

@Suite("Planning an import")
struct PlanTests {
  private func model(
    _ id: String = "a/b", maximum: String = "9", title: String = "", retrieved: String = "",
    _ more: String = ""
  ) -> String {
    """
    {"model_id": "\(id)", "title": "\(title)", "retrieved": "\(retrieved)", \(more)
     "input": {"type": "object", "properties": {"n": {"type": "integer", "maximum": \(maximum)}}}}
    """
  }

  private func plan(_ new: String, existing: [String: String]) -> ImportPlan {
    let files = existing.sorted { $0.key < $1.key }.map {
      ModelFile(path: "schemas/" + $0.key, relativePath: $0.key, bytes: Array($0.value.utf8))
    }
    return ImportPlan(Fixtures.read(new), existing: files)
  }

  @Test("A new model is at the path of its ID")
  func new() throws {
    let entry = try #require(plan(model("a/b c/d"), existing: [:]).entries.first)
    #expect(entry.status == .new)
    #expect(entry.path == "a/b-c/d.json")
    #expect(try JSONDocument(parsing: entry.bytes).root["model_id"]?.string == "a/b c/d")
  }

  @Test(
    "Characters that nobody sees are reported",
    arguments: [
      (
        "a/b\u{200B}c", #""type": "string""#,
        #"the id "a/b\u{200B}c" holds the invisible character U+200B"#
      ),
      (
        "a/b\u{AD}c", #""type": "string""#,
        #"the id "a/b\u{AD}c" holds the invisible character U+00AD"#
      ),
      (
        "a/b\u{2011}c", #""type": "string""#,
        "the id \"a/b\u{2011}c\" holds U+2011, which looks like a hyphen"
      ),
      (
        "a/b", #""enum": ["x", "y "]"#,
        #"the value "y " begins or ends with a blank, in the input of "a/b""#
      ),
    ])
  func hiddenText(id: String, schema: String, message: String) {
    let text =
      #"{"model_id": "\#(id)", "input": {"type": "object", "properties": {"n": {\#(schema)}}}}"#
    let plan = plan(text, existing: [:])
    #expect(plan.diagnostics.map(\.message) == [message])
    #expect(plan.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    "A file name that Windows refuses is reported",
    arguments: [
      ("a/b:c", "a/b:c.json contains \":\", which Windows doesn't allow in a file name"),
      ("a/con", "a/con.json contains \"con.json\", which is the name of a device on Windows"),
    ])
  func fileNames(id: String, message: String) {
    #expect(plan(model(id), existing: [:]).diagnostics.map(\.message) == [message])
  }

  @Test("Another date or a missing title isn't a change")
  func unchanged() throws {
    let old = model(title: "By hand", retrieved: "2025-01-01")
    let entry = try #require(
      plan(model(retrieved: "2026-01-01"), existing: ["a/b.json": old]).entries.first)
    #expect(entry.status == .unchanged)
    #expect(entry.bytes == Array(old.utf8))
  }

  @Test("Changes are listed, and keys that only the file has are kept")
  func changed() throws {
    let old = model(title: "By hand", retrieved: "2025-01-01", "\"notes\": \"mine\",")
    let new = model(maximum: "10", retrieved: "2026-01-01")
    let entry = try #require(plan(new, existing: ["a/b.json": old]).entries.first)
    #expect(entry.status == .changed(["/input/properties/n/maximum"]))
    let root = try JSONDocument(parsing: entry.bytes).root
    #expect(root["title"]?.string == "By hand")
    #expect(root["notes"]?.string == "mine")
    #expect(root["retrieved"]?.string == "2026-01-01")
    #expect(root.node(at: "/input/properties/n/maximum")?.text == "10")
  }

  @Test("Another spelling of a number is a change of text only")
  func spelling() throws {
    let entry = try #require(
      plan(model(maximum: "9.0"), existing: ["a/b.json": model()]).entries.first)
    #expect(entry.status == .changed(["/input (texts or order only)"]))
  }

  @Test("Translated texts never replace English ones")
  func translated() throws {
    let english =
      "{\"model_id\": \"a/b\", \"input\": {\"type\": \"object\", \"title\": \"The input\"}}"
    let other =
      "{\"model_id\": \"a/b\", \"input\": {\"type\": \"object\", \"title\": \"Schema di input\"}}"
    #expect(plan(other, existing: ["a/b.json": english]).entries.first?.status == .unchanged)
    let back = plan(english, existing: ["a/b.json": other]).entries.first?.status
    #expect(back == .changed(["/input (texts or order only)"]))
  }

  @Test("A model stays in its file")
  func elsewhere() throws {
    let entry = try #require(
      plan(model(maximum: "1"), existing: ["odd/place.json": model()]).entries.first)
    #expect(entry.path == "odd/place.json")
    #expect(entry.status == .changed(["/input/properties/n/maximum"]))
  }

  @Test("A path that is taken is a conflict")
  func taken() throws {
    for text in [model("x/y"), "{ broken"] {
      let plan = plan(model(), existing: ["a/b.json": text])
      guard case .conflict = plan.entries.first?.status else {
        Issue.record("\(plan.entries)")
        continue
      }
      #expect(plan.diagnostics.first?.severity == .error)
      #expect(plan.entries.first?.bytes == [])
    }
  }

  @Test("Two files for one model, and reserved file names, are conflicts")
  func unclear() {
    let twins = plan(model(), existing: ["a/b.json": model(), "c.json": model()])
    #expect(twins.entries.first?.status == .conflict("a/b.json and c.json both contain this model"))
    for id in ["modelgen", "a/.hidden", "a/b.patch"] {
      let plan = plan(model(id), existing: [:])
      #expect(plan.diagnostics.first?.severity == .error, "\(id)")
    }
  }

  @Test("IDs that differ only in case are written with a warning")
  func folded() {
    let plan = plan("[\(model("a/4K")), \(model("a/4k"))]", existing: [:])
    #expect(plan.entries.map(\.status) == [.new, .new])
    #expect(plan.diagnostics.map(\.severity) == [.warning])
  }

  @Test("Contradictory sources are reported and not written")
  func disagreement() {
    let plan = plan("[\(model()), \(model(maximum: "1"))]", existing: ["a/b.json": model()])
    let reason = "the sources disagree about /input/properties/n/maximum"
    #expect(plan.entries.map(\.status) == [.conflict(reason)])
  }

  @Test("Importing again changes nothing")
  func again() throws {
    let page = PageLayout.spans.render(try Fixtures.page())
    let first = try #require(plan(page, existing: [:]).entries.first)
    let text = String(decoding: first.bytes, as: UTF8.self)
    let second = plan(page, existing: [first.path: text])
    #expect(second.entries.map(\.status) == [.unchanged])
  }
}
