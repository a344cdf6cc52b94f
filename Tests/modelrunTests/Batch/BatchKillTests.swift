import Foundation
import ModelCore
import ModelRuntime
import ModelTesting
import TestSupport
import Testing

@testable import modelrun

/// A batch in a process of its own, which is killed and run again.
///
/// `MODELRUN_BATCH_LINES` and `MODELRUN_BATCH_KILLS` make it longer.
@Suite("Killed batches", .serialized) struct BatchKillTests {
  private static func number(_ name: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  @Test("A batch that is killed and run again submits each line exactly once")
  func killed() async throws {
    let sandbox = try Sandbox()
    let count = Self.number("MODELRUN_BATCH_LINES", or: 200)
    let kills = Self.number("MODELRUN_BATCH_KILLS", or: 3)
    var options = MockService.Options()
    options.pace = .instant
    options.submissionLimit = count
    let service = try MockService.start(schemas: sandbox.path("schemas"), options: options)
    defer { service.stop() }
    try sandbox.write(
      "b.jsonl", (1...count).map { #"{"prompt": "boat \#($0)"}"# }.joined(separator: "\n"))
    let words = [
      "batch", "b.jsonl", "--schemas", "schemas", "--model", "acme/sketch/draw", "--no-download",
      "--concurrency", "32", "--requests-per-second", "10000", "--output", "out", "--unordered",
      "--base-url", service.baseURL.absoluteString,
    ]
    for kill in 1...kills {
      let process = try sandbox.start(words)
      let mark = count * kill / (kills + 1)
      var rounds = 0
      while service.submissionCount < mark, rounds < 30_000 {
        rounds += 1
        try await Task.sleep(for: .milliseconds(2))
      }
      process.kill()
      _ = try await process.ended(within: .seconds(60))
    }
    // A process that was killed between a request and its answer can't know whether there is a job.
    let first = try await sandbox.start(words).ended(within: .seconds(1_800))
    #expect(first.code == 0 || first.code == 3, "\(first.error)")
    #expect(service.submissionCount <= count)
    let unknown = try await resolve(first.out, service, sandbox)
    let last = try await sandbox.start(words).ended(within: .seconds(1_800))
    #expect(last.code == 0, "\(last.error)")
    #expect(service.submissionCount == count)
    let start = ContinuousClock.now
    let again = try await sandbox.start(words).ended(within: .seconds(1_800))
    let time = ContinuousClock.now - start
    #expect(again.code == 0 && service.submissionCount == count)
    #expect(again.out.split(separator: "\n").count == count)
    print(
      "batch of \(count), \(kills) kills, \(unknown) unknown: "
        + "\(service.submissionCount) POSTs, again in \(time)")
  }

  /// Decides about the unknown submissions as a person would by the account's list of jobs.
  ///
  /// - Returns: The number of unknown submissions.
  private func resolve(
    _ results: String, _ service: MockService, _ sandbox: Sandbox
  ) async throws -> Int {
    let journal = try JobJournal(at: URL(fileURLWithPath: sandbox.path("state/modelrun")))
    let ids = Dictionary(
      service.submissions.map { ($0.body["prompt"]?.string ?? "", $0.requestID) },
      uniquingKeysWith: { first, _ in first })
    var count = 0
    for line in results.split(separator: "\n") {
      let result = try JSONValue(parsing: Array(line.utf8))
      guard result["status"] == "unknown" else { continue }
      let key = try #require(result["key"]?.string)
      let entry = try #require(try await journal.entry(forKey: key))
      let id = ids["boat \(try #require(result["line"]?.int))"]
      try await journal.resolve(entry, as: id.map { .adopt(id: $0) } ?? .resubmit)
      count += 1
    }
    return count
  }
}
