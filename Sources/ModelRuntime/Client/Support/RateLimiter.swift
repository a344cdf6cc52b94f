import ModelTransport

/// Spaces out the requests of one client, whatever job they are for.
///
/// Reads take turns in the order in which they asked, and so do submissions, in a line of their own that
/// goes first. While both wait, every tenth turn is a read's. A 429 halves the rate; without further
/// ones it climbs back within twenty seconds. So a storm of refusals calms down by itself, and
/// jobs don't come back all at once.
final class RateLimiter: Sendable {
  private struct Pace {
    var perSecond: Double
    var nextTurn: Duration = .zero
    var lastChange: Duration = .zero
    var lastSlowdown: Duration?
    /// Submissions since the last read.
    var submissions = 0
    /// The lines whose first request waits for its turn.
    var waiting: Set<Line> = []
  }

  private enum Line {
    case reads
    case submissions
  }

  private static var submissionsInARow: Int { 9 }

  private let ceiling: Double
  private let time: RuntimeTime
  private let pace: Locked<Pace>
  private let readLine = Monitor(false)
  private let submissionLine = Monitor(false)

  init(requestsPerSecond: Double, time: RuntimeTime) {
    ceiling = requestsPerSecond.isNaN ? 0.01 : min(max(requestsPerSecond, 0.01), 1_000_000)
    pace = Locked(Pace(perSecond: ceiling))
    self.time = time
  }

  /// Returns when a submission may go.
  func waitForSubmission() async throws(CancellationError) {
    try await waitForTurn(in: submissionLine, .submissions, hasPriority: false)
  }

  /// Returns when a read may go. Reads with priority go before those that already wait.
  func waitForTurn(hasPriority: Bool = false) async throws(CancellationError) {
    try await waitForTurn(in: readLine, .reads, hasPriority: hasPriority)
  }

  private func waitForTurn(
    in line: Monitor<Bool>, _ kind: Line, hasPriority: Bool
  ) async throws(CancellationError) {
    try await line.wait(hasPriority: hasPriority) { isOccupied -> Void? in
      if isOccupied { return nil }
      isOccupied = true
      return ()
    }
    pace.withLock { _ = $0.waiting.insert(kind) }
    defer {
      pace.withLock { _ = $0.waiting.remove(kind) }
      line.change { $0 = false }
    }
    while let turn = takeTurn(kind) { try await time.sleep(until: turn) }
  }

  /// Notes that the service refused a request for coming too soon. Refusals of requests that were
  /// under way together count once.
  func slowDown() {
    let now = time.now
    pace.withLock { pace in
      recover(&pace, at: now)
      if let last = pace.lastSlowdown, now < last + .seconds(1) { return }
      pace.lastSlowdown = now
      pace.perSecond = max(pace.perSecond / 2, min(1, ceiling))
    }
  }

  /// Takes a turn and returns `nil`, or returns the time of the next turn.
  private func takeTurn(_ kind: Line) -> Duration? {
    let now = time.now
    return pace.withLock { pace in
      guard pace.nextTurn <= now else { return pace.nextTurn }
      recover(&pace, at: now)
      let next: Line = pace.submissions < RateLimiter.submissionsInARow ? .submissions : .reads
      if kind != next, pace.waiting.contains(next) { return now + .seconds(1 / pace.perSecond) }
      pace.submissions = kind == .submissions ? pace.submissions + 1 : 0
      pace.nextTurn = now + .seconds(1 / pace.perSecond)
      return nil
    }
  }

  private func recover(_ pace: inout Pace, at now: Duration) {
    let gained = (now - pace.lastChange).inSeconds * ceiling / 20
    pace.perSecond = min(ceiling, pace.perSecond + max(0, gained))
    pace.lastChange = now
  }
}
