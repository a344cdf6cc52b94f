/// The outcome of one attempt of several.
enum Attempt<Value: Sendable>: Sendable {
  /// There is no further attempt.
  case last(Value)
  /// A later attempt may succeed.
  case failed(Failure)

  /// The failure of an attempt.
  struct Failure: Sendable {
    /// The value if this was the last attempt that is allowed.
    var value: Value
    /// The maximum number of attempts that fail in a row.
    var maxAttempts = Int.max
    /// A Boolean value that indicates whether the attempt got further than those before it, so that
    /// they no longer count.
    var isProgress = false
    /// The time after which the server asks to retry.
    var retryAfter: Duration?
    /// The value if the next attempt would come after the deadline, by the delay before it.
    var late: (@Sendable (Duration) -> Value)?
  }
}

extension ServiceConnection {
  /// Repeats an attempt with a growing delay until it doesn't fail, or too often.
  ///
  /// - Parameters:
  ///   - policy: The policy for the delays.
  ///   - deadline: The moment before which the last attempt begins.
  ///   - attempt: Makes an attempt.
  func retrying<Value: Sendable>(
    _ policy: RetryPolicy, until deadline: Duration? = nil,
    _ attempt: () async throws(CancellationError) -> Attempt<Value>
  ) async throws(CancellationError) -> Value {
    var failures = 0
    while true {
      switch try await attempt() {
      case .last(let value): return value
      case .failed(let failure):
        failures = failure.isProgress ? 1 : failures + 1
        if failures >= failure.maxAttempts { return failure.value }
        let backoff = policy.delay(afterFailures: failures, random: environment.random())
        let delay = max(backoff, failure.retryAfter ?? .zero)
        if let deadline, time.now + delay >= deadline {
          return failure.late?(delay) ?? failure.value
        }
        try await time.sleep(until: time.now + delay)
      }
    }
  }
}
