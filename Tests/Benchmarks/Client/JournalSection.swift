import Foundation
import ModelRuntime
import ModelTransport

extension Section {
  /// The time that a journal adds to a job.
  static var journal: Section {
    Section(
      name: "journal",
      summary:
        "Time of a job whose service answers at once, without and with a journal on the disk of the "
        + "temporary folder, the least of all rounds; beside it the time in which that disk makes a "
        + "line durable."
    ) { options in
      var lines = [FigureTable.Line(name: "one line made durable", values: [0, try syncTime(), 0])]
      for concurrency in [1, 8, 64] {
        var (least, most) = (Double.infinity, Double.infinity)
        for _ in 0..<max(1, options.rounds / 3) {
          least = min(
            least, try JournalRun(concurrency: concurrency, isRecorded: false).milliseconds())
          most = min(
            most, try JournalRun(concurrency: concurrency, isRecorded: true).milliseconds())
        }
        lines.append(
          FigureTable.Line(name: "\(concurrency) at a time", values: [least, most, most - least]))
      }
      return FigureTable(
        columns: ["ms a job without", "ms a job with", "ms of the journal"], lines: lines)
    }
  }

  private static func syncTime() throws -> Double {
    try TemporaryFolder.with { folder in
      let files = JournalFiles.system
      let file = try files.open(folder.path + "/line", true)
      defer { files.close(file) }
      let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300)
      let clock = ContinuousClock()
      let count = 100
      let time = try clock.measure {
        for _ in 0..<count {
          _ = try files.append(file, line[...])
          try files.sync(file)
        }
      }
      return time / .milliseconds(count)
    }
  }
}

/// Jobs through one client, so many at a time.
private struct JournalRun {
  let concurrency: Int
  let isRecorded: Bool

  func milliseconds() throws -> Double {
    try TemporaryFolder.with { folder in
      let count = 100 * min(concurrency, 8)
      let directory = URL(fileURLWithPath: folder.path + "/journal")
      var client = try ModelClient(
        token: "token-of-a-benchmark", requestsPerSecond: 1_000_000, transport: NumberedService(),
        journal: isRecorded ? try JobJournal(at: directory) : nil)
      client.options.polling = .every(.milliseconds(1))
      let done = DispatchSemaphore(value: 0)
      let (jobs, limit) = (client, concurrency)
      let requests = (0..<count).map { index in
        DynamicRequest(modelID: "acme/sketch", body: ["prompt": "a boat, number \(index)"])
      }
      let start = ContinuousClock.now
      Task {
        for await outcome in jobs.run(requests, maxConcurrent: limit) { keep(outcome.index) }
        done.signal()
      }
      done.wait()
      return (ContinuousClock.now - start) / .milliseconds(count)
    }
  }
}
