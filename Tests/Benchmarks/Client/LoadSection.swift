import ModelRuntime

extension Section {
  /// Thousands of jobs at once through one client.
  static var load: Section {
    Section(
      name: "load",
      summary:
        "2,000 and 10,000 live jobs at once through one client in a process of its own, against a server on "
        + "loopback that ends them all together. The client's usual ceiling is 20 requests a second."
    ) { options in
      let ceilings = options.ceilings.isEmpty ? [500] : options.ceilings
      return FigureTable(
        columns: [
          "jobs", "POSTs", "alive at once", "succeeded", "failed", "polls", "peak MiB", "CPU s",
          "seconds",
        ],
        lines: try ceilings.flatMap { ceiling in
          try [2_000, 10_000].map { try load($0, ceiling: ceiling, seconds: options.seconds) }
        })
    }
  }

  private static func load(
    _ count: Int, ceiling: Double, seconds: Int
  ) throws -> FigureTable.Line {
    let server = try JobServer(awaiting: count, life: .seconds(seconds))
    let (cost, figures) = try ClientProgram(
      .load, port: server.port, count: count, ceiling: ceiling
    ).spawn()
    let values = [
      count, server.posts, server.mostAlive, Int(figures.first ?? 0), Int(figures.last ?? 0),
      server.polls,
    ]
    return FigureTable.Line(
      name: "\(count) jobs, ceiling \(Int(ceiling)) requests/s, \(seconds) s all alive",
      values: values.map(Double.init) + [
        Double(cost.peakBytes) / 1_048_576, cost.workSeconds, cost.seconds,
      ])
  }
}

extension ClientProgram {
  /// Returns the numbers of succeeded and failed jobs.
  func load() async throws -> [Double] {
    let requests = (0..<count).map { index in
      DynamicRequest(modelID: "acme/sketch", body: ["prompt": "a boat, number \(index)"])
    }
    var (succeeded, failed) = (0, 0)
    for await outcome in try client().run(requests, maxConcurrent: count) {
      switch outcome.result {
      case .success(let result): succeeded += result.output.image == nil ? 0 : 1
      case .failure: failed += 1
      }
    }
    return [Double(succeeded), Double(failed)]
  }
}
