import Foundation
import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// Commands that record jobs, and find them again without an ID.
@Suite("Journal of the commands") struct JournalTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func run(_ words: String..., variables: [String: String] = [:]) async -> ToolOutcome {
    let schemas = ["run", "submit"].contains(words[0]) ? ["--schemas", "@/schemas"] : []
    let all = ["RUNCOMFY_TOKEN": Sandbox.token, "XDG_STATE_HOME": sandbox.path("state")]
    return await sandbox.run(words + schemas, variables: all.merging(variables) { $1 })
  }

  private func submit(_ words: String...) async -> ToolOutcome {
    let all = ["submit", "acme/sketch/draw", "--set", "prompt=x", "--schemas", "@/schemas"]
    return await sandbox.run(
      all + words,
      variables: ["RUNCOMFY_TOKEN": Sandbox.token, "XDG_STATE_HOME": sandbox.path("state")])
  }

  private var jobs: String { sandbox.path("state/modelrun/jobs.jsonl") }

  @Test("wait without an ID resumes the last job, at the service that has it")
  func last() async throws {
    sandbox.takesAJob(result: .state("succeeded", #", "output": "https://e.com/1""#).always)
    #expect(await submit("--base-url", "https://eu.example").code == .done)
    for words in [["wait", "--no-download"], ["wait", "last", "--no-download"]] {
      let outcome = await sandbox.run(
        words, variables: ["RUNCOMFY_TOKEN": "t", "XDG_STATE_HOME": sandbox.path("state")])
      #expect(outcome.code == .done, "\(outcome)")
      #expect(outcome.out == "https://e.com/1\n")
    }
    let requests = sandbox.transport.requests
    #expect(requests.allSatisfy { $0.url.hasPrefix("https://eu.example/") })
    #expect(await run("result").out == "https://e.com/1\n")
    #expect(sandbox.posts == 1)
  }

  @Test("jobs lists the jobs and sums their cost")
  func list() async throws {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": "https://e.com/1", "cost": 0.03"#).always)
    #expect(await submit("--key", "order-1").code == .done)
    let unfinished = await run("jobs", "--unfinished", "--json")
    let open = try JSONValue(parsing: Array(unfinished.out.utf8))
    #expect(open["jobs"]?.array?.count == 1)
    #expect(open["jobs"]?.array?.first?["state"] == "submitted")
    #expect(await run("wait", "--no-download").code == .done)
    let outcome = await run("jobs")
    #expect(outcome.outLines.count == 2 && outcome.out.contains("order-1"))
    #expect(outcome.out.contains("succeeded") && outcome.error == "1 job, cost $0.03\n")
    #expect(await run("jobs", "--unfinished").outLines.count == 1)
    let folder = await run("jobs", "@/state/modelrun", variables: ["XDG_STATE_HOME": "/nowhere"])
    #expect(folder.outLines.count == 2)
    #expect(await run("jobs", "@/schemas").code == .inputMissing)
  }

  @Test("A second call with a key is the same job")
  func key() async {
    sandbox.takesAJob()
    let first = await submit("--key", "order-1")
    #expect(first.out == "r-1\n" && first.error.contains("submitting acme/sketch/draw"))
    let second = await submit("--key", "order-1")
    #expect(second.out == "r-1\n" && !second.error.contains("submitting"))
    #expect(second.error.contains("note: the job key \"order-1\" was used before"))
    #expect(sandbox.posts == 1)
    let other = await run("submit", "acme/sketch/draw", "--set", "prompt=y", "--key", "order-1")
    #expect(other.code == .badInput && other.error.contains("request body differs"))
  }

  @Test("--no-journal and MODELRUN_JOURNAL=off record nothing, and --key needs the journal")
  func off() async {
    sandbox.transport.on(.post, "/v1/models/*", .json(#"{"request_id": "r-1"}"#).always)
    #expect(await submit("--no-journal").code == .done)
    let words = ["submit", "acme/sketch/draw", "--set", "prompt=x"]
    #expect(
      await run(words[0], words[1], words[2], words[3], variables: ["MODELRUN_JOURNAL": "off"])
        .code == .done)
    #expect(!FileManager.default.fileExists(atPath: jobs))
    let outcome = await submit("--no-journal", "--key", "k")
    #expect(outcome.code == .usage && outcome.error.contains("--key needs the journal"))
    #expect(await run("wait").code == .inputMissing)
  }

  @Test("A journal that can't be written is an error before anything is sent")
  func unwritable() async throws {
    try sandbox.write("state/modelrun", "a file in the place of the folder")
    sandbox.takesAJob()
    let outcome = await submit()
    #expect(outcome.code == .cannotWrite)
    #expect(outcome.error.contains("--no-journal"))
    #expect(sandbox.posts == 0)
  }

  @Test("recover waits for unfinished jobs, and lists unknown submissions until they are resolved")
  func recover() async throws {
    sandbox.transport.on(
      ScriptedMatch(.post, "/v1/models/*"),
      [.failure(TransportError(.closed, "reset")), .json(#"{"request_id": "r-2"}"#)])
    sandbox.transport.on(.get, "*/status", .json(#"{"status": "completed"}"#).always)
    sandbox.transport.on(
      .get, "*/result",
      .json(#"{"status": "succeeded", "output": "https://e.com/1"}"#).always)
    let lost = await submit("--key", "lost")
    #expect(lost.code == .submissionUnknown)
    #expect(await run("wait").code == .submissionUnknown)
    #expect(await submit("--key", "other").code == .done)
    let outcome = await run("recover", "--no-download")
    #expect(outcome.code == .submissionUnknown)
    #expect(outcome.out.contains("https://e.com/1"))
    #expect(outcome.error.contains("--adopt JOBID"))
    #expect(await submit("--key", "lost").code == .submissionUnknown)
    #expect(sandbox.posts == 2)
    #expect(await run("recover", "lost").code == .usage)
    #expect(await run("recover", "nothing", "--abandon").code == .inputMissing)
    #expect(await run("recover", "lost", "--adopt", "r-1").code == .done)
    #expect(await run("recover", "--no-download").code == .done)
    #expect(await run("recover").error == "no unfinished jobs\n")
    #expect(sandbox.posts == 2)
  }

  @Test("--max-cost refuses a job whose price is unknown or too high")
  func budget() async {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": "https://e.com/1", "cost": 0.03"#).always)
    let unpriced = await submit("--max-cost", "1")
    #expect(unpriced.code == .badInput && unpriced.error.contains("--allow-unpriced"))
    #expect(sandbox.posts == 0)
    #expect(await submit("--max-cost", "1", "--allow-unpriced").code == .done)
    #expect(await run("wait", "--no-download").code == .done)
    let outcome = await submit("--max-cost", "0.02")
    #expect(outcome.code == .found && outcome.error.contains("budget"))
    #expect(await submit("--max-cost", "x").code == .usage)
    #expect(sandbox.posts == 1)
  }
}
