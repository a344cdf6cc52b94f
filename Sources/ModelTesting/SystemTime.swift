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

/// Dates as the service writes them: `2026-11-20T09:30:00Z`.
enum Timestamp {
  static func text(secondsSince1970 seconds: Int) -> String {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let (year, month, day) = date(daysSince1970: days)
    let time = [rest / 3_600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))T\(time)Z"
  }

  /// Counted from 1 March of the year 0, so that a leap day is the last of its year.
  private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
    let days = days + 719_468
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isAfterNewYear = month >= 10
    return (
      yearOfEra + era * 400 + (isAfterNewYear ? 1 : 0), isAfterNewYear ? month - 9 : month + 3, day
    )
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
