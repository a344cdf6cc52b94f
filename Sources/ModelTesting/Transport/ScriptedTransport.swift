public import ModelTransport

/// A transport that plays answers from a script and keeps the requests it got: for tests of code
/// that talks to the service, without a server and without waiting.
///
///     let transport = ScriptedTransport()
///     transport.on(.post, "/v1/models/*", .json(#"{"request_id": "r1"}"#))
///     transport.on(.get, "/v1/requests/r1/result", .json(running).times(2), .json(done))
///
/// The first part of the script that matches a request and has an answer left answers it. A
/// request that nothing answers fails with `.other`, so a second POST is never overlooked.
public final class ScriptedTransport: HTTPTransport {
  private struct Part {
    let match: ScriptedMatch
    var answers: [ScriptedAnswer]
  }

  private struct State {
    var parts: [Part] = []
    var requests: [TransportRequest] = []
    var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Locked(State())
  private let clock: any Clock<Duration>

  /// `clock` is what delays and time limits pass on.
  public init(clock: any Clock<Duration> = ContinuousClock()) { self.clock = clock }

  /// Adds answers to the script, played in order.
  public func on(_ method: TransportMethod?, _ path: String, _ answers: ScriptedAnswer...) {
    on(ScriptedMatch(method, path), answers)
  }

  /// Adds answers to the script, played in order.
  public func on(_ match: ScriptedMatch, _ answers: [ScriptedAnswer]) {
    state.withLock { $0.parts.append(Part(match: match, answers: answers)) }
  }

  /// Every request so far, in order, those without an answer too.
  public var requests: [TransportRequest] { state.withLock { $0.requests } }

  /// Returns when this many requests have come, for instance to cancel while one is under way.
  public func waitForRequests(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.requests.count < count { state.waiters.append((count, continuation)) }
        return state.requests.count >= count
      }
      if isThere { continuation.resume() }
    }
  }

  /// One request, one answer.
  ///
  /// - Throws: `TransportError` if the script says so or has no answer left.
  public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let answer = try await answer(to: request)
    if let failure = answer.failure { throw failure }
    guard let head = answer.head else { throw Self.silence }
    return TransportResponse(head: head, body: answer.body)
  }

  /// The body goes to `sink` as it arrives.
  ///
  /// - Throws: `TransportError` if the script says so or has no answer left, or the sink throws.
  public func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead {
    let answer = try await answer(to: request)
    if let head = answer.head { try await Self.pour(head, answer.body, into: sink) }
    if let failure = answer.failure { throw failure }
    guard let head = answer.head else { throw Self.silence }
    return head
  }

  private static let silence = TransportError(
    .closed, "the scripted answer has neither head nor failure")

  private static func pour(
    _ head: TransportResponseHead, _ body: [UInt8], into sink: any TransportBodySink
  ) async throws(TransportError) {
    do {
      try await sink.begin(head)
      for start in stride(from: 0, to: body.count, by: 16 << 10) {
        try await sink.receive(Array(body[start..<min(start + 16 << 10, body.count)]))
      }
    } catch {
      throw TransportError(.sinkFailed, "the sink threw an error: \(error)")
    }
  }

  private func answer(to request: TransportRequest) async throws(TransportError) -> ScriptedAnswer {
    try request.check()
    guard !Task.isCancelled else { throw .cancelled(nothingSent: true) }
    guard let answer = record(request) else {
      throw TransportError(.other, "the script has no answer left for \(request)")
    }
    let limit = request.timeouts.total ?? request.timeouts.idle
    do {
      let pause = min(answer.delay, limit)
      if pause > .zero { try await clock.sleep(for: pause) }
    } catch {
      throw .cancelled(nothingSent: false)
    }
    guard answer.delay < limit else {
      throw TransportError(.timedOut, "no response within \(limit)")
    }
    guard answer.body.count <= request.maximumBodyBytes else {
      throw TransportError(.tooLarge, "the response body is larger than allowed")
    }
    return answer
  }

  private func record(_ request: TransportRequest) -> ScriptedAnswer? {
    let (answer, waiters) = state.withLock { state in
      state.requests.append(request)
      let isDue = { [count = state.requests.count] in $0 <= count }
      let due = state.waiters.filter { isDue($0.count) }.map(\.continuation)
      state.waiters.removeAll { isDue($0.count) }
      return (Self.nextAnswer(in: &state.parts, for: request), due)
    }
    for waiter in waiters { waiter.resume() }
    return answer
  }

  private static func nextAnswer(
    in parts: inout [Part], for request: TransportRequest
  ) -> ScriptedAnswer? {
    for part in parts.indices where parts[part].match.accepts(request) {
      guard let answer = parts[part].answers.firstIndex(where: { $0.times > 0 }) else { continue }
      if parts[part].answers[answer].times != .max { parts[part].answers[answer].times -= 1 }
      return parts[part].answers[answer]
    }
    return nil
  }
}
