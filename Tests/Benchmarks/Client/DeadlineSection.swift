import ModelRuntime
import ModelTransport

extension Section {
  /// The memory kept for finished calls.
  static var deadlines: Section {
    Section(
      name: "deadlines",
      summary:
        "The memory in use after calls that are over, each with a deadline a day away, in a process "
        + "of its own, against answers that come at once."
    ) { _ in
      let count = 100_000
      let (cost, figures) = try ClientProgram(
        .deadlines, port: 0, count: count, ceiling: 1_000_000
      ).spawn()
      return FigureTable(
        columns: ["calls", "KiB kept", "bytes kept per call", "CPU µs per call"],
        lines: zip(["status, no deadline", "status, a day", "run, a day"], figures.chunked(by: 2))
          .map { name, pair in
            let (calls, bytes) = (pair[0], pair[1])
            return FigureTable.Line(
              name: name,
              values: [calls, bytes / 1_024, bytes / calls, cost.workSeconds * 1e6 / Double(count)])
          })
    }
  }
}

extension [Double] {
  fileprivate func chunked(by length: Int) -> [[Double]] {
    stride(from: 0, to: count - length + 1, by: length).map { Array(self[$0..<$0 + length]) }
  }
}

extension ClientProgram {
  /// The number of calls and the bytes that are in use afterwards and weren't before, of each kind.
  func deadlines() async throws -> [Double] {
    var client = try ModelClient(
      token: "token-of-a-benchmark", requestsPerSecond: ceiling, transport: InstantService())
    client.options.polling = .every(.milliseconds(1))
    guard let handle = JobHandle(jobID: "job-1", modelID: "acme/sketch") else { return [] }
    var figures: [Double] = []
    for timeout in [Duration?.none, .seconds(86_400)] {
      client.options.timeout = timeout
      for _ in 0..<1_000 { _ = try await client.status(of: handle) }
      let before = try HeapUse.bytes()
      for _ in 0..<count { _ = try await client.status(of: handle) }
      figures += [Double(count), Double(try HeapUse.bytes() - before)]
    }
    try await run(client, 1_000)
    let before = try HeapUse.bytes()
    try await run(client, count / 10)
    return figures + [Double(count / 10), Double(try HeapUse.bytes() - before)]
  }

  private func run(_ client: ModelClient, _ count: Int) async throws {
    let request = DynamicRequest(modelID: "acme/sketch", body: ["prompt": "a boat"])
    for await outcome in client.run(Array(repeating: request, count: count), maxConcurrent: 100) {
      _ = try outcome.result.get()
    }
  }
}

/// A service whose jobs have ended as soon as they are submitted.
private struct InstantService: HTTPTransport {
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let text =
      #"{"request_id": "job-1", "status": "completed", "output": {"image": "https://f.x/1.png"}}"#
    return TransportResponse(head: TransportResponseHead(status: 200), body: Array(text.utf8))
  }

  func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead {
    let answer = try await send(request)
    do {
      try await sink.begin(answer.head)
      try await sink.receive(answer.body)
    } catch {
      throw TransportError(.sinkFailed, "\(error)")
    }
    return answer.head
  }
}
