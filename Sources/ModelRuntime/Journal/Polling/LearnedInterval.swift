/// The interval between two polls of a job whose end is forecast.
///
/// A poll costs something, and so does each second for which a job has ended unnoticed. The best
/// moment for the next poll is where the expected unnoticed time has grown to the cost of a poll.
/// Where nothing is known that gives an interval that grows with the square root of the elapsed time,
/// with a forecast it gives long intervals before the likely end and short ones around it.
struct LearnedInterval: Sendable {
  let forecast: DurationForecast
  /// The seconds of the interval per square root of the elapsed seconds, where nothing is known.
  let growth: Double

  /// The cost of a poll relative to the one that the growth implies.
  private static var thrift: Double { 0.5 }
  /// The factor by which an interval may exceed that of an unknown job, while there is little doubt.
  private static var stretch: Double { 2.4 }
  private static var steps: Int { 48 }

  /// Returns the seconds until the next poll.
  func seconds(elapsed: Double, minimum: Double, maximum: Double) -> Double {
    let usual = min(max(growth * max(0, elapsed).squareRoot(), minimum), maximum)
    let doubt = forecast.doubt
    // An interval that is too long costs most where the forecast is wrong.
    let trust = max(0, 1 - 3 * doubt)
    let limit = min(usual * (1 + (LearnedInterval.stretch - 1) * trust), maximum)
    let past = forecast.probability(of: elapsed)
    let rest = 1 - past
    guard rest > 1e-6, trust > 0 else { return usual }
    let cost = growth * growth / 2 * LearnedInterval.thrift * rest
    let step = limit / Double(LearnedInterval.steps)
    var (unnoticed, before) = (0.0, 0.0)
    for index in 1...LearnedInterval.steps {
      let length = Double(index) * step
      let now = forecast.probability(of: elapsed + length) - past
      unnoticed += (before + now) / 2 * step
      before = now
      if unnoticed >= cost { return max(length, minimum) }
    }
    return limit
  }
}

extension PollingPolicy {
  /// Returns the interval until the next poll of a job.
  ///
  /// - Parameters:
  ///   - elapsed: The time since the job began.
  ///   - random: A number from 0 up to 1.
  ///   - forecast: A forecast from earlier jobs of the model, if there are enough. A policy with a
  ///     constant interval doesn't use it.
  package func interval(
    elapsed: Duration, random: Double, forecast: DurationForecast?
  ) -> Duration {
    guard let forecast, growth > 0 else { return interval(elapsed: elapsed, random: random) }
    let seconds = LearnedInterval(forecast: forecast, growth: growth).seconds(
      elapsed: elapsed.inSeconds, minimum: minimum.inSeconds, maximum: maximum.inSeconds)
    return .seconds(seconds * (1 + jitter * (2 * random - 1)))
  }
}
