import Foundation
import ModelRuntime
import ModelTransport

extension Section {
  /// The overhead of the client for one request.
  static var pollCost: Section {
    Section(
      name: "poll-cost",
      summary:
        "CPU of one poll, beside the same request over the bare transport: same server on loopback, "
        + "each client in a process of its own, least of all rounds."
    ) { options in
      let count = 4_000
      var least: [ClientProgram.Errand: Double] = [:]
      let errands: [(ClientProgram.Errand, String)] = [
        (.bare, "the transport alone"), (.looks, "the client, one look at a time"),
        (.paced, "the transport alone, a millisecond apart"),
        (.wait, "the client, as one wait, a millisecond apart"),
      ]
      for _ in 0..<options.rounds {
        for (errand, _) in errands {
          let server = try JobServer(awaiting: .max, life: .zero)
          let (_, figures) = try ClientProgram(
            errand, port: server.port, count: count, ceiling: 1_000_000
          ).spawn()
          let perPoll = (figures.first ?? .nan) / Double(max(1, server.polls)) * 1e6
          least[errand] = min(least[errand] ?? .infinity, perPoll)
        }
      }
      return FigureTable(
        columns: ["µs CPU", "times the transport's"],
        lines: errands.map { errand, name in
          let value = least[errand] ?? .nan
          let alone = errand == .paced || errand == .wait ? least[.paced] : least[.bare]
          return FigureTable.Line(name: name, values: [value, value / (alone ?? .nan)])
        })
    }
  }
}

extension ClientProgram {
  private var statusURL: String { "http://127.0.0.1:\(port)/v1/requests/job-1/status" }

  /// Each gives the CPU of its polls, the first of which connects and isn't counted.
  func bare(pause: Duration? = nil) async throws -> [Double] {
    let transport = try SystemTransport.make()
    let request = TransportRequest(
      .get, statusURL,
      headers: [
        "Accept": "application/json", "Accept-Encoding": "identity",
        "Authorization": "Bearer token-of-a-benchmark", "User-Agent": "modelgen-swift/1",
      ])
    _ = try await transport.send(request)
    let start = Self.workSeconds
    for _ in 1..<count {
      if let pause { try await Task.sleep(for: pause) }
      _ = try await transport.send(request)
    }
    return [Self.workSeconds - start]
  }

  func looks() async throws -> [Double] {
    let client = try client()
    let handle = try handle()
    _ = try await client.status(of: handle)
    let start = Self.workSeconds
    for _ in 1..<count { _ = try await client.status(of: handle) }
    return [Self.workSeconds - start]
  }

  func wait() async throws -> [Double] {
    var client = try client()
    client.options.polling = .every(.milliseconds(1))
    let job = client.job(for: try handle())
    _ = try await job.status()
    let start = Self.workSeconds
    // The job never ends; each poll is an update.
    var polls = 0
    for try await _ in job.updates() {
      polls += 1
      if polls == count - 1 { break }
    }
    return [Self.workSeconds - start]
  }

  private func handle() throws -> JobHandle {
    guard let url = URL(string: "http://127.0.0.1:\(port)"),
      let handle = JobHandle(jobID: "job-1", modelID: "acme/sketch", baseURL: url)
    else { throw UsageError("a handle can't be made") }
    return handle
  }
}
