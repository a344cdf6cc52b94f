/// The policy for retrying failed reads, such as lost connections, server errors and invalid answers.
///
/// Waiting for a job continues through any number of failed reads until its timeout. Single reads
/// stop after ``maxAttempts``. A submission is never repeated, unless nothing was sent or the service
/// refused it for coming too soon.
public struct RetryPolicy: Sendable, Hashable {
  /// The maximum number of attempts of a single read.
  public var maxAttempts: Int
  /// The maximum delay after the first failure. It doubles with each further one.
  public var initialDelay: Duration
  /// The maximum delay after any failure.
  public var maxDelay: Duration
  /// The time after its submission during which a job may be unknown to the service.
  public var unknownJobGracePeriod: Duration

  /// Creates a policy.
  ///
  /// - Parameters:
  ///   - maxAttempts: The maximum number of attempts of a single read, at least one.
  ///   - initialDelay: The maximum delay after the first failure.
  ///   - maxDelay: The maximum delay after any failure.
  ///   - unknownJobGracePeriod: The time during which a new job may be unknown to the service.
  public init(
    maxAttempts: Int = 4, initialDelay: Duration = .milliseconds(500),
    maxDelay: Duration = .seconds(20), unknownJobGracePeriod: Duration = .seconds(10)
  ) {
    self.maxAttempts = max(1, maxAttempts)
    self.initialDelay = max(.zero, initialDelay)
    self.maxDelay = max(.zero, maxDelay)
    self.unknownJobGracePeriod = unknownJobGracePeriod
  }

  /// Returns a delay between half of the backoff and all of it, so that jobs that failed together
  /// aren't retried together.
  func delay(afterFailures failures: Int, random: Double) -> Duration {
    let growth = initialDelay.inSeconds * Double(1 << min(max(failures - 1, 0), 30))
    return .seconds(min(growth, maxDelay.inSeconds) * (0.5 + random / 2))
  }
}
