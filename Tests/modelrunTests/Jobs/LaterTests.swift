import Foundation
import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// Jobs that were submitted before: all that is known of them is the id.
@Suite("Commands for submitted jobs") struct LaterTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test("submit prints the request ID and how to wait for the job")
  func submitPrintsTheIDAndTheWayBack() async throws {
    sandbox.takesAJob()
    let outcome = await sandbox.run("submit", "acme/sketch/draw", "--set", "prompt=x")
    #expect(outcome.code == .done && outcome.out == "r-1\n")
    #expect(outcome.error.hasSuffix("To wait for it: modelrun wait r-1\n"))
    #expect(sandbox.transport.requests.count == 1, "submit asks after nothing")
  }

  @Test("submit --json prints one document")
  func submitAsJSONIsOneDocument() async throws {
    sandbox.takesAJob()
    let outcome = await sandbox.run("submit", "acme/sketch/draw", "--set", "prompt=x", "--json")
    let document = try JSONValue(parsing: Array(outcome.out.utf8))
    #expect(document["request_id"] == "r-1" && document["model"] == "acme/sketch/draw")
    #expect(document["base_url"] == .string(ModelClient.defaultBaseURL.absoluteString))
  }

  @Test("wait without a model accepts a job of any model")
  func waitTakesTheServicesWordForTheModel() async {
    sandbox.takesAJob(
      result: .state("succeeded", #", "model_id": "a/b", "output": "https://e.com/1""#))
    let outcome = await sandbox.run("wait", "r-1", "--no-download")
    #expect(outcome.code == .done && outcome.out == "https://e.com/1\n")
    let mismatch = await sandbox.run("wait", "r-1", "acme/sketch/draw", "--no-download")
    #expect(mismatch.code != .done && mismatch.error.contains("another model"))
    #expect(sandbox.posts == 0)
  }

  @Test("status prints the status of the job")
  func statusShowsWhereTheJobIs() async throws {
    sandbox.takesAJob(.state("in_queue", #", "queue_position": 4"#).times(2))
    #expect(await sandbox.run("status", "r-1").out == "in queue at 4\n")
    let document = try JSONValue(
      parsing: Array(await sandbox.run("status", "r-1", "--json").out.utf8))
    #expect(document == ["status": "in_queue", "queue_position": 4, "request_id": "r-1"])
  }

  @Test("result has a different exit code for each outcome")
  func resultTellsTheEndsApart() async throws {
    let answers: [(ScriptedAnswer, ExitCode, String)] = [
      (.done, .done, Sandbox.file),
      (.state("failed", #", "error": {"message": "too plain"}"#), .found, "too plain"),
      (.state("cancelled"), .found, "cancelled"),
      (.state("in_progress"), .temporary, "modelrun wait r-1"),
    ]
    for (answer, code, words) in answers {
      let sandbox = try Sandbox()
      sandbox.transport.on(.get, "*/result", answer)
      let outcome = await sandbox.run("result", "r-1")
      #expect(outcome.code == code)
      #expect((outcome.out + outcome.error).contains(words))
    }
  }

  @Test("cancel reports the outcome")
  func cancelBelievesTheOutcome() async throws {
    let answers: [(String, ExitCode, String)] = [
      (#", "outcome": "cancelled""#, .done, "cancelled"),
      (#", "outcome": "not_cancellable""#, .found, "charged"),
      ("", .temporary, "unknown"),
    ]
    for (outcomeField, code, words) in answers {
      let sandbox = try Sandbox()
      sandbox.transport.on(.post, "*/cancel", .state("in_progress", outcomeField))
      sandbox.transport.on(.get, "*/result", .state("in_progress"))
      let outcome = await sandbox.run("cancel", "r-1")
      #expect(outcome.code == code && outcome.out.contains(words))
    }
  }

  @Test("An unknown job exits with 66")
  func unknownJobsAreInputThatIsMissing() async throws {
    let missing = ScriptedAnswer.json(
      #"{"error_code": 404001, "error_message": "ResourceNotFound"}"#, status: 404)
    sandbox.transport.on(nil, "*", missing.always)
    for command in ["wait", "status", "result", "cancel"] {
      let outcome = await sandbox.run(command, "r-1")
      #expect(outcome.code == .inputMissing, "\(command)")
      #expect(outcome.error.contains("Results expire"), "\(command): \(outcome.error)")
    }
  }

  @Test("A wait for an unknown job prints how to resume")
  func unknownJobsKeepTheWayBack() async {
    sandbox.transport.on(.get, "*/status", .state("in_queue"))
    sandbox.transport.on(nil, "*", .status(404, body: Array("<html>".utf8)).always)
    let outcome = await sandbox.run("wait", "r-1")
    #expect(outcome.code == .inputMissing)
    #expect(outcome.error.contains("To resume the job: modelrun wait r-1"))
  }

  @Test("An invalid request ID isn't sent")
  func whatIsNoRequestIDIsNotAskedFor() async {
    for command in ["wait", "status", "result", "cancel"] {
      #expect(await sandbox.run(command, "../models").code == .badInput)
      #expect(await sandbox.run(command, "r-1", "--mock").code == .usage)
    }
    #expect(sandbox.transport.requests.isEmpty)
  }

  @Test("The resume command includes the service and the output folder")
  func theWayBackNamesTheServiceAndTheFolder() throws {
    let url = try #require(URL(string: "http://127.0.0.1:80"))
    let handle = JobHandle(jobID: "r-1", modelID: "a/b", baseURL: url)
    let command = ResumeCommand(output: "my files")
    #expect(
      handle.map(command.text)
        == "modelrun wait r-1 --base-url http://127.0.0.1:80 --output 'my files'")
  }
}
