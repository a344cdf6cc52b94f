import ModelTesting

extension Section {
  /// The mock service under load, over real sockets.
  static var mock: Section {
    Section(
      name: "mock",
      summary:
        "Calls to the mock service over 200 connections, while 10000 jobs are open: least time for "
        + "one call of all runs, and the most memory that this program, client included, held."
    ) { rounds in
      let load = try MockLoad(connections: 200)
      defer { load.service.stop() }
      let jobs = try load.submit(10_000)
      let kinds: [(String, (Int) -> [UInt8])] = [
        ("status", { load.request("GET", "/v1/requests/\(jobs[$0 % jobs.count])/status") }),
        ("result", { load.request("GET", "/v1/requests/\(jobs[$0 % jobs.count])/result") }),
        ("submit", { _ in load.submission }),
      ]
      var first: Double?
      return try kinds.map { name, request in
        let runs = try (0..<rounds).map { _ in try load.run(20_000, request) }
        let (seconds, bytes) = runs.min { $0.seconds < $1.seconds } ?? (.nan, 0)
        first = first ?? seconds
        let rate = Int((20_000 / seconds).rounded())
        return Row(
          name: "\(name): \(rate) requests/s, \(load.peakMebibytes) MiB",
          seconds: seconds / 20_000, bytesPerSecond: Double(bytes) / seconds,
          speedup: (first ?? seconds) / seconds)
      }
    }
  }
}
