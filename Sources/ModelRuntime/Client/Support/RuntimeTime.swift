/// Passing time, counted from the moment the client was made.
package struct RuntimeTime: Sendable {
  private let elapsed: @Sendable () -> Duration
  private let timers: Timers

  package init(_ clock: any Clock<Duration>) {
    self.init(clock, inBackground: ClientEnvironment.startTask)
  }

  init(
    _ clock: any Clock<Duration>, inBackground: @escaping ClientEnvironment.Background
  ) {
    self.init(of: clock, inBackground)
  }

  private init(
    of clock: some Clock<Duration>, _ inBackground: @escaping ClientEnvironment.Background
  ) {
    let start = clock.now
    let elapsed: @Sendable () -> Duration = { start.duration(to: clock.now) }
    self.elapsed = elapsed
    timers = Timers(
      elapsed: elapsed,
      pause: { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) },
      inBackground: inBackground)
  }

  package var now: Duration { elapsed() }

  /// Returns at once when the moment has passed, yet never ignores a cancellation.
  func sleep(until moment: Duration) async throws(CancellationError) {
    if Task.isCancelled { throw CancellationError() }
    if moment > now { try await timers.sleep(until: moment) }
  }

  /// Runs `body`, and cancels it when the deadline passes. The value that it then returns still
  /// counts, since only it knows how far it got.
  func limit<Value: Sendable>(
    to deadline: Duration?, _ body: @escaping @Sendable () async -> Value
  ) async -> (value: Value?, isLate: Bool) {
    guard let deadline else { return (await body(), false) }
    return await limit(body) {
      try? await sleep(until: deadline)
      return now >= deadline
    }
  }

  /// Runs `body`, and cancels it when `end` returns before it.
  ///
  /// - Parameter end: Waits for the end, and returns `false` if it was cancelled before.
  func limit<Value: Sendable>(
    _ body: @escaping @Sendable () async -> Value, until end: @escaping @Sendable () async -> Bool
  ) async -> (value: Value?, isLate: Bool) {
    await withTaskGroup(of: (value: Value?, hasEnded: Bool).self) { group in
      group.addTask { (await body(), false) }
      group.addTask { (nil, await end()) }
      var isLate = false
      while let (value, hasEnded) = await group.next() {
        group.cancelAll()
        if let value { return (value, isLate) }
        isLate = hasEnded
      }
      return (nil, isLate)
    }
  }

  /// Runs `body`, and cancels it when the deadline passes.
  ///
  /// - Parameter onDeadline: Returns the result in place of an error that the deadline caused by
  ///   cancelling.
  func limit<Success: Sendable>(
    to deadline: Duration?, onDeadline: (ModelError) -> Result<Success, ModelError>,
    _ body: @escaping @Sendable () async -> Result<Success, ModelError>
  ) async -> Result<Success, ModelError> {
    let (result, isLate) = await limit(to: deadline, body)
    switch result ?? .failure(ModelError(.cancelled)) {
    case .failure(let error) where isLate && error.isCausedByCancelling: return onDeadline(error)
    case let result: return result
    }
  }
}

extension ModelError {
  /// A Boolean value that indicates whether cancelling the operation causes such an error.
  fileprivate var isCausedByCancelling: Bool {
    switch reason {
    case .cancelled, .submissionUnknown(.cancelled): true
    default: false
    }
  }
}

extension Duration {
  /// Ten years: longer than anything waits, and short enough for every clock.
  static var longest: Duration { .seconds(315_360_000) }

  /// The length in seconds.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
