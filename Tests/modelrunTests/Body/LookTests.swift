import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// Files behind URLs, looked at before a request is sent: only where the user wants it.
@Suite("--validate-remote-media") struct LookTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      "schemas/acme/sketch/edit.json",
      #"""
      {
        "model_id": "acme/sketch/draw",
        "input": {
          "type": "object",
          "properties": {
            "image_url": {
              "type": "string", "format": "image_uri",
              "validations": [
                {
                  "validation_rule": "width_pixels<=", "validation_value": 1,
                  "validation_error": "Too wide."
                }
              ]
            }
          }
        }
      }
      """#)
  }

  /// Submits with a picture of two by three pixels behind a URL.
  private func submit(_ words: String..., file: ScriptedAnswer? = nil) async -> ToolOutcome {
    let whole = ScriptedAnswer.status(
      206, headers: ["Content-Range": "bytes 0-\(FileTests.png.count - 1)/\(FileTests.png.count)"],
      body: FileTests.png)
    sandbox.transport.on(.get, "/a.png", file ?? whole)
    sandbox.takesAJob()
    return await sandbox.run(
      ["submit", "@/schemas/acme/sketch/edit.json", "--set", "image_url=https://e.example/a.png"]
        + words)
  }

  @Test("Nothing is fetched without the flag")
  func withoutTheFlagNothingIsFetched() async {
    #expect(await submit().code == .done)
    #expect(sandbox.transport.requests.count == 1 && sandbox.posts == 1)
  }

  @Test("A file that violates a rule prevents the submission")
  func aFileThatBreaksARuleKeepsTheRequestBack() async {
    let outcome = await submit("--validate-remote-media")
    #expect(outcome.code == .badInput && sandbox.posts == 0)
    #expect(
      outcome.error == """
        modelrun submit: error: acme/sketch/draw: 1 problem, nothing was sent
          image_url: 2 × 3 px. Too wide.
        To send it anyway: --no-validate, or --allow 'width_pixels<='

        """)
  }

  @Test("--json reports the violated rules")
  func programsCanReadWhatIsWrongWithAFile() async throws {
    let outcome = await submit("--validate-remote-media", "--json")
    let event = try JSONValue(parsing: Array(outcome.out.utf8))
    #expect(event["event"] == "error" && event["exit"] == 65)
    #expect(event["issues"]?.array?.map { $0["path"] } == ["/image_url"])
  }

  @Test("An allowed violation doesn't prevent the submission")
  func aRuleThatIsAllowedToBeBrokenIsNoObstacle() async {
    let outcome = await submit("--validate-remote-media", "--allow", "width_pixels<=")
    #expect(outcome.code == .done && sandbox.posts == 1)
  }

  @Test("A rule that can't be validated is a note, and the request is sent")
  func whatCouldNotBeToldIsANoteAndTheRequestGoes() async {
    let outcome = await submit("--validate-remote-media", file: .status(403))
    #expect(outcome.code == .done && sandbox.posts == 1)
    #expect(
      outcome.error.hasPrefix("note: image_url: width_pixels<= was not checked: "),
      "\(outcome.error)")
  }

  @Test("Unchecked rules of a file with the same reason are one note")
  func whatHoldsForAllRulesOfAFileIsSaidOnce() {
    let rules = [
      ("a", "w<=", "late"), ("a", "h<=", "late"), ("a", "s<=", "odd"), ("b", "w<=", "odd"),
    ]
    let unchecked = rules.map { path, rule, reason in
      UncheckedRule(
        path: IssuePath([.key(path)]), rule: ValidationRule(rawValue: rule), reason: reason)
    }
    #expect(
      JobSession.notes(unchecked) == [
        "a: w<=, h<= were not checked: late", "a: s<= was not checked: odd",
        "b: w<= was not checked: odd",
      ])
  }

  @Test("Ctrl-C while files are fetched submits nothing")
  func ctrlCWhileFilesAreLookedAtLeavesNothingBehind() async {
    let slow = ScriptedAnswer.status(403).after(.seconds(5))
    let sandbox = sandbox
    async let running = submit("--validate-remote-media", file: slow)
    await sandbox.transport.waitForRequests(1)
    sandbox.interrupts.raise()
    let outcome = await running
    #expect(outcome.code == .interrupted && sandbox.posts == 0)
    #expect(outcome.error == "interrupted: nothing was submitted\n")
  }

  @Test("The flag can't be combined with --no-validate")
  func lookingAtWhatIsSentUncheckedMakesNoSense() async {
    #expect(await submit("--validate-remote-media", "--no-validate").code == .usage)
    #expect(sandbox.transport.requests.isEmpty)
  }
}
