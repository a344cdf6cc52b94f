#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system's clocks.
enum SystemTime {
  private static let start = ContinuousClock.now

  /// Time since it was first asked for; it never runs backwards.
  static func sinceStart() -> Duration { .now(since: start) }

  /// Seconds since 1970.
  static func secondsSince1970() -> Int { time(nil) }
}

extension Duration {
  fileprivate static func now(since start: ContinuousClock.Instant) -> Duration {
    start.duration(to: .now)
  }
}
