/// How long to wait between two looks at a job.
///
/// A job that has run for long will likely run for longer, so the best interval grows with the
/// square root of the time that has passed: soon after a quick job, seldom during a long one.
public struct PollInterval: Sendable, Hashable {
  /// Seconds per square root of the seconds that have passed.
  public var growth: Double
  public var minimum: Duration
  public var maximum: Duration
  /// How much of the interval is left to chance, up or down.
  public var jitter: Double

  public init(
    growth: Double = 0.33, minimum: Duration = .milliseconds(500),
    maximum: Duration = .seconds(10), jitter: Double = 0.1
  ) {
    self.growth = growth.isFinite ? max(0, growth) : 0
    self.minimum = max(.milliseconds(1), minimum)
    self.maximum = max(self.minimum, maximum)
    self.jitter = jitter.isFinite ? min(max(0, jitter), 1) : 0
  }

  /// The default.
  public static var adaptive: Self { Self() }

  /// The same interval all the time.
  public static func every(_ interval: Duration) -> Self {
    Self(growth: 0, minimum: interval, maximum: interval, jitter: 0)
  }

  /// - Parameter random: From 0 up to 1.
  func interval(elapsed: Duration, random: Double) -> Duration {
    let wanted = growth * max(0, elapsed.inSeconds).squareRoot()
    let clamped = min(max(wanted, minimum.inSeconds), maximum.inSeconds)
    return .seconds(clamped * (1 + jitter * (2 * random - 1)))
  }
}
