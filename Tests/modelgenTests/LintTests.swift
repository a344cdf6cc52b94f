import Foundation
import ModelCore
import Testing
import ToolSupport

@Suite("modelgen lint") struct LintTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  private func addDoubtful() throws {
    try sandbox.addModel(
      "acme/doubtful", properties: #"{"prompt": {"type": "string", "maxLenght": 3}}"#)
  }

  @Test("Nothing is printed for a folder without problems")
  func aCleanFolderIsSilent() {
    let outcome = sandbox.run("lint", "--schemas=@schemas", "--strict")
    #expect(outcome == .init(code: .done, out: "", error: ""))
  }

  @Test("Problems have a position and change the exit code only with --strict")
  func findingsAreLocatedAndOnlyStrictnessMakesThemCount() throws {
    try addDoubtful()
    let outcome = sandbox.run("lint", "--schemas=@schemas")
    #expect(outcome.code == .done && outcome.out.isEmpty)
    #expect(outcome.error.hasPrefix("schemas/acme/doubtful.json:6:"), "\(outcome.error)")
    #expect(outcome.error.contains(": warning: "))
    let strict = sandbox.run("lint", "--schemas=@schemas", "--strict")
    #expect(strict.code == .found)
    #expect(strict.error == outcome.error)
  }

  /// Bindings would carry them as plain JSON without a word.
  @Test("Arrays that are nested too deeply for bindings are reported")
  func listsThatAreTooDeepForBindingsAreTold() throws {
    func lists(_ count: Int) -> String {
      String(repeating: #"{"type": "array", "items": "#, count: count) + #"{"type": "integer"}"#
        + String(repeating: "}", count: count)
    }
    try sandbox.addModel("acme/deep", required: "[]", properties: "{\"a\": \(lists(8))}")
    #expect(sandbox.run("lint", "--schemas=@schemas").error.isEmpty)
    try sandbox.addModel("acme/deep", required: "[]", properties: "{\"a\": \(lists(9))}")
    let outcome = sandbox.run("lint", "--schemas=@schemas")
    #expect(
      outcome.errorLines.count == 1
        && outcome.error.contains("acme/deep.json:6:25: warning: 9 lists stand in each other"),
      "\(outcome.error)")
  }

  @Test("Files and folders can be given")
  func filesAndFoldersCanBeNamed() throws {
    try addDoubtful()
    for operand in ["@schemas/acme/doubtful.json", "@schemas"] {
      let outcome = sandbox.run("lint", "--strict", operand, "--schemas=@schemas")
      #expect(outcome.code == .found)
      #expect(outcome.errorLines.contains { $0.contains("acme/doubtful.json:6:") })
    }
    let clean = sandbox.run(
      "lint", "--strict", "@schemas/zeta/film-2.json", "--schemas", "@schemas")
    #expect(clean == .init(code: .done, out: "", error: ""))
  }

  @Test("A bare schema in another folder is a model file too")
  func aBareSchemaFromElsewhereIsAModelFileToo() throws {
    try sandbox.write("bare.json", #"{"type": "object", "properties": {}}"#)
    #expect(sandbox.run("lint", "@bare.json").code == .done)
  }

  @Test("A file that isn't a model exits with 65, and the others are read")
  func aFileThatIsNoModelEndsWith65AndTheOthersAreStillRead() throws {
    try addDoubtful()
    try sandbox.write("schemas/acme/broken.json", "{\n  \"a\" 1}")
    let outcome = sandbox.run("lint", "--schemas=@schemas", "--strict")
    #expect(outcome.code == .badInput)
    #expect(outcome.errorLines.contains { $0.hasPrefix("schemas/acme/broken.json:2:7: error: ") })
    #expect(outcome.errorLines.contains { $0.hasPrefix("schemas/acme/doubtful.json:6:") })
  }

  @Test("A missing file exits with 66, and the others are read")
  func aMissingFileEndsWith66AndTheOthersAreStillRead() throws {
    try addDoubtful()
    let outcome = sandbox.run("lint", "@none.json", "@schemas/acme/doubtful.json", "--json")
    #expect(outcome.code == .inputMissing)
    #expect(try JSONDocument(parsing: outcome.out).root["files"]?.number?.int == 2)
    #expect(outcome.out.contains("none.json") && outcome.out.contains("maxLength"))
    #expect(sandbox.run("lint", "--schemas=@nowhere").code == .inputMissing)
  }

  @Test("--json prints one document with all that an editor needs")
  func jsonIsOneDocumentWithEverythingAnEditorNeeds() throws {
    try addDoubtful()
    try sandbox.write("schemas/acme/broken.json", "{")
    let outcome = sandbox.run("lint", "--schemas=@schemas", "--json")
    #expect(outcome.code == .badInput && outcome.error.isEmpty)
    let document = try JSONDocument(parsing: outcome.out).root
    #expect(document["files"]?.number?.int == 5)
    let findings = document["diagnostics"]?.elements.map { $0 } ?? []
    #expect(findings.count >= 2)
    let broken = findings.first { $0["file"]?.string == "schemas/acme/broken.json" }
    #expect(broken?["severity"]?.string == "error")
    let slip = try #require(findings.first { $0["file"]?.string == "schemas/acme/doubtful.json" })
    #expect(slip["severity"]?.string == "warning")
    #expect(slip["line"]?.number?.int == 6)
    #expect((slip["column"]?.number?.int ?? 0) > 40)
    #expect(slip["pointer"]?.string?.hasPrefix("/input/properties/prompt") == true)
    #expect(slip["message"]?.string?.contains("maxLenght") == true)
    #expect(slip["fix"]?.string?.contains("maxLength") == true)
  }

  @Test("--json prints a document for a folder without problems too")
  func jsonOfACleanFolderIsADocumentToo() throws {
    let outcome = sandbox.run("lint", "--schemas=@schemas", "--json")
    let document = try JSONDocument(parsing: outcome.out).root
    #expect(document["files"]?.number?.int == 3)
    #expect(document["diagnostics"]?.kind == .array)
  }

  @Test("Two model files with the same ID are reported at both positions")
  func twoModelsWithOneIDAreToldAtBothPlaces() throws {
    try sandbox.addModel("zeta/film-2", at: "zeta/copy.json")
    let outcome = sandbox.run("lint", "--schemas=@schemas")
    #expect(outcome.code == .badInput)
    let complaints = outcome.errorLines.filter { $0.contains("neither is used") }
    #expect(
      complaints.map { String($0.prefix { $0 != ":" }) } == [
        "schemas/zeta/copy.json", "schemas/zeta/film-2.json",
      ])
  }
}
