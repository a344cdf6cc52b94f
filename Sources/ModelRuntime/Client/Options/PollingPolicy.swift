/// The policy for polling a job.
///
/// A job that has been running for long will likely run for longer, so the best interval grows with
/// the square root of the elapsed time: short for a quick job, and longer for a slow one.
public struct PollingPolicy: Sendable, Hashable {
  /// The seconds of the interval per square root of the elapsed seconds.
  public var growth: Double
  /// The minimum interval.
  public var minimum: Duration
  /// The maximum interval.
  public var maximum: Duration
  /// The fraction of the interval that is random, up or down.
  public var jitter: Double

  /// Creates a policy.
  ///
  /// - Parameters:
  ///   - growth: The seconds of the interval per square root of the elapsed seconds.
  ///   - minimum: The minimum interval.
  ///   - maximum: The maximum interval.
  ///   - jitter: The fraction of the interval that is random, from 0 to 1.
  public init(
    growth: Double = 0.33, minimum: Duration = .milliseconds(500),
    maximum: Duration = .seconds(10), jitter: Double = 0.1
  ) {
    self.growth = growth.isFinite ? max(0, growth) : 0
    self.minimum = max(.milliseconds(1), minimum)
    self.maximum = max(self.minimum, maximum)
    self.jitter = jitter.isFinite ? min(max(0, jitter), 1) : 0
  }

  /// The default policy.
  public static var adaptive: Self { Self() }

  /// Returns a policy with a constant interval.
  public static func every(_ interval: Duration) -> Self {
    Self(growth: 0, minimum: interval, maximum: interval, jitter: 0)
  }

  /// - Parameter random: A number from 0 up to 1.
  func interval(elapsed: Duration, random: Double) -> Duration {
    let wanted = growth * max(0, elapsed.inSeconds).squareRoot()
    let clamped = min(max(wanted, minimum.inSeconds), maximum.inSeconds)
    return .seconds(clamped * (1 + jitter * (2 * random - 1)))
  }
}
