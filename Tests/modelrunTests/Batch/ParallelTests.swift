import ModelTesting
import TestSupport
import Testing

@testable import modelrun

/// The shards of a batch under GNU parallel, as the documentation shows them.
@Suite("Batches under GNU parallel") struct ParallelTests {
  private static let parallel = Programs.find("parallel")
  private static let absence: Comment = "GNU parallel is not installed"

  @Test(
    "Shards with a journal each submit every line once, and jobs lists all of them",
    .enabled(if: ParallelTests.parallel != nil, ParallelTests.absence))
  func shards() async throws {
    let sandbox = try Sandbox()
    var options = MockService.Options()
    options.pace = .instant
    let service = try MockService.start(schemas: sandbox.path("schemas"), options: options)
    defer { service.stop() }
    try sandbox.write(
      "b.jsonl", (1...10).map { #"{"prompt": "boat \#($0)"}"# }.joined(separator: "\n"))
    let script = """
      parallel -j 4 'MODELRUN_JOURNAL=$PWD/journal-{} '"$0"' '"$*"' --shard {}/4' ::: 1 2 3 4
      """
    let ending = try await sandbox.start(
      [
        "batch", "b.jsonl", "--schemas", "schemas", "--model", "acme/sketch/draw", "--no-download",
        "--output", "out", "--base-url", service.baseURL.absoluteString,
      ], through: script
    ).ended(within: .seconds(120))
    #expect(ending.code == 0, "\(ending.error)")
    #expect(service.submissionCount == 10)
    let jobs = try await sandbox.start(["jobs"] + (1...4).map { "journal-\($0)" })
      .ended(within: .seconds(60))
    #expect(jobs.out.split(separator: "\n").count == 11)
  }
}
