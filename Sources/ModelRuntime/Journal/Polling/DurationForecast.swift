/// A forecast of when a job ends, from how long the last jobs of its model took.
///
/// Each duration stands for a range around it, and the newest count most, so that the forecast has as
/// many peaks as the durations have and follows them when they drift. A part of the forecast is kept
/// for a job that takes any time at all. That part grows when the newest durations were surprising.
package struct DurationForecast: Sendable {
  /// The known part of the forecast, as a line through points.
  private struct Point: Sendable {
    let seconds: Double
    let probability: Double
  }

  private let points: [Point]
  /// The probability of a job that doesn't resemble the earlier ones.
  let doubt: Double

  /// The number of durations that are worth keeping.
  package static var capacity: Int { 32 }
  private static var minimumCount: Int { 3 }
  /// The width of a range to both sides, as a fraction of its duration.
  private static var spread: Double { 0.08 }
  /// The weight of a duration relative to the next newer one.
  private static var decay: Double { 0.93 }

  /// Creates a forecast, or returns `nil` if there are too few durations for one.
  ///
  /// - Parameter durations: The durations of earlier jobs in seconds, the newest last.
  package init?(durations: [Double]) {
    let known = durations.filter { $0.isFinite && $0 > 0 }.suffix(DurationForecast.capacity)
    guard known.count >= DurationForecast.minimumCount else { return nil }
    let durations = Array(known)
    let weights = durations.indices.map { index in
      DurationForecast.power(DurationForecast.decay, durations.count - 1 - index)
    }
    let total = weights.reduce(0, +)
    points = DurationForecast.points(durations, weights.map { $0 / total })
    doubt = DurationForecast.doubt(durations)
  }

  /// Returns the probability that a job takes at most this many seconds.
  func probability(of seconds: Double) -> Double {
    // Without knowledge, a job that has run for some time likely runs for as long again.
    let unknown = seconds / (seconds + 4)
    return (1 - doubt) * known(seconds) + doubt * unknown
  }

  private func known(_ seconds: Double) -> Double {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].seconds <= seconds { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    guard low < points.count else { return 1 }
    let (before, after) = (points[low - 1], points[low])
    let part = (seconds - before.seconds) / (after.seconds - before.seconds)
    return before.probability + part * (after.probability - before.probability)
  }

  /// Returns the points at which the density of the ranges around durations changes.
  private static func points(_ durations: [Double], _ weights: [Double]) -> [Point] {
    let changes = zip(durations, weights).flatMap { duration, weight in
      let (start, end) = (duration * (1 - spread), duration * (1 + spread))
      let density = weight / (end - start)
      return [(start, density), (end, -density)]
    }.sorted { $0.0 < $1.0 }
    var points: [Point] = []
    var (probability, density, last) = (0.0, 0.0, 0.0)
    for (seconds, change) in changes {
      probability += density * (seconds - last)
      points.append(Point(seconds: seconds, probability: min(1, probability)))
      density += change
      last = seconds
    }
    return points
  }

  /// Returns the fraction of the newest durations that the ones before them didn't foretell.
  private static func doubt(_ durations: [Double]) -> Double {
    var (surprises, total, weight) = (0.0, 0.0, 1.0)
    for index in durations.indices.reversed().prefix(12) where index >= 2 {
      let earlier = durations[max(0, index - 12)..<index]
      let isForetold = earlier.contains {
        durations[index] > $0 * 0.87 && durations[index] < $0 * 1.15
      }
      surprises += isForetold ? 0 : weight
      total += weight
      weight *= 0.85
    }
    let measured = total > 0 ? surprises / total : 1
    return min(1, max(0.5 / Double(durations.count + 1), measured))
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(0, exponent) { result *= base }
    return result
  }
}
