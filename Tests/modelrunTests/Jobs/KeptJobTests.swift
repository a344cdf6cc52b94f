import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// Resuming jobs from the output of `--json`.
@Suite("Resuming from a file") struct KeptJobTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    sandbox.takesAJob()
  }

  @Test("wait accepts the output of submit --json")
  func whatSubmitPrintedIsEnoughToWait() async throws {
    let submitted = await sandbox.run("submit", "acme/sketch/draw", "--set", "prompt=x", "--json")
    try sandbox.write("job.json", submitted.out)
    let outcome = await sandbox.run("wait", "@@/job.json", "--no-download")
    #expect(outcome.code == .done && outcome.out == "\(Sandbox.file)\n", "\(outcome.error)")
    #expect(sandbox.posts == 1)
  }

  @Test("wait accepts the events of run --json and a stored handle")
  func theEventsOfARunAndAStoredHandleWillDoToo() async throws {
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
  @Test("The token is sent to another service only if the user names it")
  func aJobOfAnotherServiceIsAskedForOnlyWhereTheUserSaysSo() async throws {
    try sandbox.write(
      "job.json", #"{"request_id": "r-1", "base_url": "https://elsewhere.example"}"#)
    let outcome = await sandbox.run("status", "@@/job.json")
    #expect(outcome.code == .unavailable && sandbox.transport.requests.isEmpty)
    #expect(outcome.error.contains("the job is at https://elsewhere.example"))
    #expect(outcome.error.hasSuffix("pass that service as --base-url.\n"))
    let there = await sandbox.run(
      "status", "@@/job.json", "--base-url", "https://elsewhere.example")
    #expect(there.code == .done)
  }

  @Test("The resume command never names a service that only a file names")
  func theWayBackNeverLeadsWhereOnlyAFileSaysSo() async throws {
    try sandbox.write(
      "job.json",
      #"""
      {"request_id": "r-1", "base_url": "https://elsewhere.example", "model": "a\nTo resume"}
      """#)
    for words in [["wait", "@@/job.json"], ["wait", "@@/job.json", "--json"]] {
      let outcome = await sandbox.run(words)
      #expect(outcome.code == .unavailable && sandbox.transport.requests.isEmpty)
      let text = outcome.out + outcome.error
      #expect(!text.contains("\nTo resume") && !text.contains("--base-url https://"), "\(text)")
    }
    let there = await sandbox.run(
      "wait", "@@/job.json", "--base-url", "https://elsewhere.example/v1", "--timeout", "0.001")
    #expect(there.error.contains("modelrun wait r-1 --base-url https://elsewhere.example\n"))
  }

  @Test("A file without a job and a missing file have different exit codes")
  func aFileThatNamesNoJobIsToldApartFromOneThatIsNotThere() async throws {
    try sandbox.write("empty", "{}")
    let empty = await sandbox.run("wait", "@@/empty")
    #expect(empty.code == .badInput && empty.error.contains("empty contains no job"))
    #expect(await sandbox.run("wait", "@@/none").code == .inputMissing)
  }
}

/// Errors for a wrong service or model.
@Suite("Wrong service or model") struct WrongPlaceTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(
    "A service that can't be reached is named", arguments: ["wait", "status", "result", "cancel"])
  func aPlaceWhereNobodyListensIsNamed(_ command: String) async {
    sandbox.transport.on(
      nil, "*",
      ScriptedAnswer.failure(TransportError(.couldNotConnect, "refused", nothingSent: true)).always)
    let outcome = await sandbox.run(command, "r-1", "--base-url", "http://127.0.0.1:9")
    #expect(outcome.code != .done)
    guard command != "cancel" else { return }
    #expect(
      outcome.error.contains("The service is http://127.0.0.1:9. Use another one with --base-url"),
      "\(outcome.error)")
  }

  @Test("A job of another model is an error that names the model")
  func anotherModelThanTheUserThinksIsNamed() async {
    sandbox.takesAJob(result: .state("succeeded", #", "model_id": "a/b", "output": "x""#))
    let outcome = await sandbox.run("result", "r-1", "acme/sketch/draw")
    #expect(outcome.error.contains("Without the model acme/sketch/draw"), "\(outcome.error)")
  }

  @Test("A response for another job has no advice about the model")
  func anotherJobIsNoMatterOfTheModel() async {
    sandbox.transport.on(.get, "*/result", .json(#"{"request_id": "r-2", "status": "succeeded"}"#))
    let outcome = await sandbox.run("result", "r-1", "acme/sketch/draw")
    #expect(outcome.error.contains("another job"), "\(outcome.error)")
    #expect(!outcome.error.contains("Without the model"))
  }

  @Test("An invalid base URL is reported with its source")
  func aBaseURLThatCanNotBeUsedIsShownWithItsOrigin() async {
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
