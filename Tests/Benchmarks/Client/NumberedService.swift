import ModelTransport

/// A service that gives each job an ID of its own, and whose jobs have ended as soon as they are
/// submitted.
final class NumberedService: HTTPTransport {
  private let count = Locked(0)

  private func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let parts = request.url.split(separator: "/")
    let id =
      request.method == .post
      ? "job-\(next())" : parts.dropLast().last.map(String.init) ?? ""
    let text =
      #"{"request_id": "\#(id)", "status": "completed", "output": {"image": "https://f.x/1.png"}}"#
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
