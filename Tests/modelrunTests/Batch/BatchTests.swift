import Foundation
import ModelCore
import ModelTesting
import ModelTransport
import TestSupport
import Testing
import ToolSupport

@testable import modelrun

/// Batches of many lines, read, validated, run and continued.
@Suite("Batches of the command line") struct BatchTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func batch(_ words: String..., file: String = "@/b.jsonl") async -> ToolOutcome {
    await sandbox.run(
      ["batch", file, "--schemas", "@/schemas", "--output", "@/out"] + words,
      variables: ["RUNCOMFY_TOKEN": Sandbox.token, "XDG_STATE_HOME": sandbox.path("state")])
  }

  private func takesJobs() {
    sandbox.transport.on(
      ScriptedMatch(.post, "/v1/models/*"), (1...20).map { .json(#"{"request_id": "r-\#($0)"}"#) })
    sandbox.transport.on(.get, "*/status", .json(#"{"status": "completed"}"#).always)
    sandbox.transport.on(
      .get, "*/result",
      .json(
        #"{"status": "succeeded", "output": {"image": "\#(Sandbox.file)"}, "cost": 0.03}"#
      ).always)
    sandbox.servesTheFile()
  }

  private func results(_ outcome: ToolOutcome) -> [JSONValue] {
    outcome.outLines.compactMap { try? JSONValue(parsing: Array($0.utf8)) }
  }

  private let three = """
    {"prompt": "a boat", "key": "boat/1"}

    {"model": "acme/sketch/draw", "prompt": "a house"}
    {"prompt": "a tree", "scale": 0.5}
    """

  @Test("Each line is a job with its own folder and result, and a second run sends nothing")
  func again() async throws {
    try sandbox.write("b.jsonl", three)
    takesJobs()
    let words = ["--model", "acme/sketch/draw", "--set", "scale=0.25"]
    let first = await batch(words[0], words[1], words[2], words[3])
    #expect(first.code == .done, "\(first)")
    let lines = results(first)
    #expect(lines.map { $0["line"]?.int } == [1, 3, 4])
    #expect(lines.allSatisfy { $0["status"] == "succeeded" && $0["cost"]?.double == 0.03 })
    #expect(lines.last?["files"]?.array?.first?.string?.hasSuffix("out/4/1.png") == true)
    #expect(sandbox.posts == 3)
    #expect(first.error.contains("3 lines: 3 succeeded, cost $0.09"))
    let scales = sandbox.transport.requests.filter { $0.method == .post }.compactMap {
      try? JSONValue(parsing: $0.body ?? [])["scale"]?.double
    }
    #expect(scales.sorted() == [0.25, 0.25, 0.5])
    let count = sandbox.transport.requests.count
    let second = await batch(words[0], words[1], words[2], words[3])
    #expect(second.code == .done && results(second).count == 3)
    #expect(sandbox.transport.requests.count == count)
    // Without the files they are downloaded again, and nothing is submitted.
    try sandbox.remove("out")
    #expect(await batch(words[0], words[1], words[2], words[3]).code == .done)
    #expect(sandbox.posts == 3 && sandbox.exists("out/3/1.png"))
  }

  @Test("All invalid lines are reported before anything is sent")
  func invalid() async throws {
    try sandbox.write(
      "b.jsonl",
      """
      {"prompt": "a boat"}
      {"prompt": "a boat", "scale": 7, "style": "oil"}
      {"prompt":
      ["a list"]
      {"prompt": "a house", "model": "acme/absent"}
      {"prompt": "a house", "key": "k"}
      {"prompt": "a tree", "key": "k"}
      {"prompt": "a boat"}
      """)
    takesJobs()
    let outcome = await batch("--model", "acme/sketch/draw")
    #expect(outcome.code == .badInput && sandbox.posts == 0)
    let numbers = [2, 2, 3, 4, 5, 7]
    let found = outcome.errorLines.filter { $0.hasPrefix("b.jsonl:") && !$0.contains(": note: ") }
    #expect(found.count == numbers.count, "\(outcome.error)")
    #expect(
      zip(found, numbers).allSatisfy { $0.hasPrefix("b.jsonl:\($1):") && $0.contains(": error: ") })
    #expect(outcome.error.contains("b.jsonl:3:11: error: "), "\(outcome.error)")
    #expect(outcome.error.contains("b.jsonl:8: note: the same request as on line 1"))
    let rest = await batch("--model", "acme/sketch/draw", "--skip-invalid")
    #expect(rest.code == .found && sandbox.posts == 3)
    #expect(results(rest).count { $0["status"] == "invalid" } == 5)
  }

  @Test("A line that the service refuses doesn't stop the others")
  func poisoned() async throws {
    try sandbox.write("b.jsonl", three)
    let isPoison = ScriptedMatch { request in
      request.method == .post
        && String(decoding: request.body ?? [], as: UTF8.self).contains("house")
    }
    sandbox.transport.on(isPoison, [.json(#"{"error": "no houses"}"#, status: 422)])
    takesJobs()
    let outcome = await batch("--model", "acme/sketch/draw", "--no-download")
    #expect(outcome.code == .found)
    #expect(
      results(outcome).map { $0["status"]?.string } == ["succeeded", "not_submitted", "succeeded"])
  }

  @Test("A token that is refused stops the batch")
  func refusedToken() async throws {
    try sandbox.write(
      "b.jsonl", (1...30).map { #"{"prompt": "boat \#($0)"}"# }.joined(separator: "\n"))
    sandbox.transport.on(
      ScriptedMatch(.post, "/v1/models/*"), [.json("{}", status: 401).always])
    let outcome = await batch("--model", "acme/sketch/draw", "--concurrency", "1")
    #expect(outcome.code == .token && sandbox.posts < 30)
  }

  @Test("An unknown submission is reported, and isn't sent by the next run")
  func unknown() async throws {
    try sandbox.write("b.jsonl", #"{"prompt": "a boat"}"#)
    sandbox.transport.on(
      ScriptedMatch(.post, "/v1/models/*"), [.failure(TransportError(.closed, "reset"))])
    takesJobs()
    for _ in 0..<2 {
      let outcome = await batch("--model", "acme/sketch/draw")
      #expect(outcome.code == .submissionUnknown)
      #expect(outcome.error.contains("modelrun recover"))
    }
    #expect(sandbox.posts == 1)
  }

  @Test("CSV lines are read by the schema, and shards share the lines")
  func csvInShards() async throws {
    try sandbox.write(
      "b.csv",
      "prompt,scale,key\r\n\"a \"\"boat\"\", red\",0.5,one\r\na house,,two\r\nx,1,three\r\n")
    takesJobs()
    let words = ["--model", "acme/sketch/draw", "--no-download", "--shard"]
    let first = await batch(words[0], words[1], words[2], words[3], "1/2", file: "@/b.csv")
    #expect(first.code == .done && results(first).map { $0["key"]?.string } == ["one", "three"])
    let second = await batch(words[0], words[1], words[2], words[3], "2/2", file: "@/b.csv")
    #expect(second.code == .done && results(second).map { $0["key"]?.string } == ["two"])
    #expect(sandbox.sent?["prompt"] == #"a "boat", red"#)
    #expect(sandbox.posts == 3 && sandbox.exists("out/results-2-of-2.jsonl"))
    #expect(await batch("--shard", "3/2", file: "@/b.csv").code == .usage)
  }

  @Test("--max-cost ends the submissions, and counts what an earlier run spent")
  func budget() async throws {
    try sandbox.write("b.jsonl", three)
    takesJobs()
    let words = ["--model", "acme/sketch/draw", "--no-download", "--concurrency", "1"]
    let refused = await batch(words[0], words[1], words[2], words[3], words[4], "--max-cost", "1")
    #expect(refused.code == .found && sandbox.posts == 0)
    let first = await sandbox.run(
      ["batch", "@/b.jsonl", "--schemas", "@/schemas", "--output", "@/out", "--shard", "1/3"]
        + words,
      variables: ["RUNCOMFY_TOKEN": Sandbox.token, "XDG_STATE_HOME": sandbox.path("state")])
    #expect(first.code == .done && sandbox.posts == 1)
    let outcome = await batch(
      words[0], words[1], words[2], words[3], words[4], "--max-cost", "0.07")
    #expect(outcome.code == .found && sandbox.posts == 2)
    #expect(outcome.error.contains("2 succeeded"))
  }
}
