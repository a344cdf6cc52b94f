import ModelRuntime
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// Jobs that are come back to by what `--json` printed of them.
@Suite struct KeptJobTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    sandbox.takesAJob()
  }

  @Test func whatSubmitPrintedIsEnoughToWait() async throws {
    let submitted = await sandbox.run("submit", "acme/sketch/draw", "--set", "prompt=x", "--json")
    try sandbox.write("job.json", submitted.out)
    let outcome = await sandbox.run("wait", "@@/job.json", "--no-download")
    #expect(outcome.code == .done && outcome.out == "\(Sandbox.file)\n", "\(outcome.error)")
    #expect(sandbox.posts == 1)
  }

  @Test func theEventsOfARunAndAStoredHandleWillDoToo() async throws {
    try sandbox.write("events", "note\n{\"event\": \"x\"}\n{\"request_id\": \"r-1\"}\n")
    #expect(await sandbox.run("status", "@@/events").out == "completed\n")
    try sandbox.write(
      "handle",
      """
      {
        "request_id": "r-1", "model_id": "acme/sketch/draw",
        "base_url": "\(ModelClient.defaultBaseURL.absoluteString)"
      }
      """)
    #expect(await sandbox.run("result", "@@/handle").out == "\(Sandbox.file)\n")
  }

  /// The token must not follow a file to wherever it says.
  @Test func aJobOfAnotherServiceIsAskedForOnlyWhereTheUserSaysSo() async throws {
    try sandbox.write(
      "job.json", #"{"request_id": "r-1", "base_url": "https://elsewhere.example"}"#)
    let outcome = await sandbox.run("status", "@@/job.json")
    #expect(outcome.code == .unavailable && sandbox.transport.requests.isEmpty)
    #expect(outcome.error.contains("the job is at https://elsewhere.example"))
    #expect(outcome.error.hasSuffix("if --base-url names that service too.\n"))
    let there = await sandbox.run(
      "status", "@@/job.json", "--base-url", "https://elsewhere.example")
    #expect(there.code == .done)
  }

  @Test("A file never makes the tool offer a command that sends the token elsewhere")
  func theWayBackNeverLeadsWhereOnlyAFileSaysSo() async throws {
    try sandbox.write(
      "job.json",
      #"""
      {"request_id": "r-1", "base_url": "https://elsewhere.example", "model": "a\nTo come back"}
      """#)
    for words in [["wait", "@@/job.json"], ["wait", "@@/job.json", "--json"]] {
      let outcome = await sandbox.run(words)
      #expect(outcome.code == .unavailable && sandbox.transport.requests.isEmpty)
      let text = outcome.out + outcome.error
      #expect(!text.contains("\nTo come back") && !text.contains("--base-url https://"), "\(text)")
    }
    let there = await sandbox.run(
      "wait", "@@/job.json", "--base-url", "https://elsewhere.example/v1", "--timeout", "0.001")
    #expect(there.error.contains("modelrun wait r-1 --base-url https://elsewhere.example\n"))
  }

  @Test func aFileThatNamesNoJobIsToldApartFromOneThatIsNotThere() async throws {
    try sandbox.write("empty", "{}")
    let empty = await sandbox.run("wait", "@@/empty")
    #expect(empty.code == .badInput && empty.error.contains("empty names no job"))
    #expect(await sandbox.run("wait", "@@/none").code == .inputMissing)
  }
}

/// What a wrong place or model is answered with.
@Suite struct WrongPlaceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: ["wait", "status", "result", "cancel"])
  func aPlaceWhereNobodyListensIsNamed(_ command: String) async {
    sandbox.transport.on(
      nil, "*",
      ScriptedAnswer.failure(TransportError(.couldNotConnect, "refused", nothingSent: true)).always)
    let outcome = await sandbox.run(command, "r-1", "--base-url", "http://127.0.0.1:9")
    #expect(outcome.code != .done)
    guard command != "cancel" else { return }
    #expect(
      outcome.error.contains("looked for at http://127.0.0.1:9; --base-url names another"),
      "\(outcome.error)")
  }

  @Test func anotherModelThanTheUserThinksIsNamed() async {
    sandbox.takesAJob(result: .state("succeeded", #", "model_id": "a/b", "output": "x""#))
    let outcome = await sandbox.run("result", "r-1", "acme/sketch/draw")
    #expect(outcome.error.contains("Without the model acme/sketch/draw"), "\(outcome.error)")
  }

  @Test("The answer for another job isn't explained by the model")
  func anotherJobIsNoMatterOfTheModel() async {
    sandbox.transport.on(.get, "*/result", .json(#"{"request_id": "r-2", "status": "succeeded"}"#))
    let outcome = await sandbox.run("result", "r-1", "acme/sketch/draw")
    #expect(outcome.error.contains("another job"), "\(outcome.error)")
    #expect(!outcome.error.contains("Without the model"))
  }

  @Test func aBaseURLThatCanNotBeUsedIsShownWithItsOrigin() async {
    let given = await sandbox.run("status", "r-1", "--base-url", "127.0.0.1:80")
    #expect(given.code == .usage)
    #expect(given.error.contains("\nIt is \"127.0.0.1:80\", from --base-url.\n"))
    #expect(given.error.contains("\nA base URL looks like https://model-api.runcomfy.net."))
    let named = await sandbox.run(
      ["status", "r-1"],
      variables: ["RUNCOMFY_TOKEN": Sandbox.token, "RUNCOMFY_MODEL_API_BASE": "here"])
    #expect(named.error.contains("\nIt is \"here\", from RUNCOMFY_MODEL_API_BASE.\n"))
  }
}
