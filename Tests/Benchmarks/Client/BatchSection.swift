import Foundation
import ModelRuntime

extension Section {
  /// The work of batches of different lengths.
  static var batch: Section {
    Section(
      name: "batch",
      summary:
        "CPU and memory of `run(_:maxConcurrent:)` in a process of its own, against a service that "
        + "answers at once."
    ) { _ in
      let runs = [(10_000, 8), (100_000, 8), (10_000, 10_000), (100_000, 100_000)]
      return FigureTable(
        columns: ["jobs", "at a time", "CPU µs a job", "peak MiB"],
        lines: try runs.map { count, limit in
          let (cost, figures) = try ClientProgram(
            .batch, port: 0, count: count, ceiling: Double(limit)
          ).spawn()
          return FigureTable.Line(
            name: "\(count) jobs, \(limit) at a time",
            values: [
              figures.first ?? .nan, Double(limit), cost.workSeconds * 1e6 / Double(count),
              Double(cost.peakBytes) / 1_048_576,
            ])
        })
    }
  }
}

extension ClientProgram {
  /// The number of jobs that succeeded. The ceiling is the number at a time.
  func batch() async throws -> [Double] {
    var client = try ModelClient(
      token: "token-of-a-benchmark", requestsPerSecond: 1_000_000, transport: NumberedService())
    client.options.polling = .every(.milliseconds(1))
    let requests = (0..<count).lazy.map { index in
      DynamicRequest(modelID: "acme/sketch", body: ["prompt": "a boat, number \(index)"])
    }
    var succeeded = 0.0
    for await outcome in client.run(requests, maxConcurrent: Int(ceiling)) {
      if case .success = outcome.result { succeeded += 1 }
    }
    return [succeeded]
  }
}
