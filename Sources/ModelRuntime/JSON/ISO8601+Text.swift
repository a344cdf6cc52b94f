#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ISO8601 {
  /// Returns the text of a date, with milliseconds if it has a fraction of a second.
  static func text(of date: Date) -> String {
    let seconds = date.timeIntervalSince1970
    let text = text(seconds)
    return seconds.rounded() == seconds ? "\(text.dropLast(5))Z" : text
  }

  /// Returns a date in UTC with milliseconds, such as `2026-11-20T09:30:00.125Z`.
  ///
  /// - Parameter seconds: The seconds since 1970.
  static func text(_ seconds: Double) -> String {
    // The years 1 to 9999.
    let limits = -62_135_596_800.0...253_402_300_799.0
    let milliseconds = Int(
      (min(max(seconds, limits.lowerBound), limits.upperBound) * 1_000).rounded())
    let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
    let rest = milliseconds - days * 86_400_000
    let (year, month, day) = date(days)
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60]
      .map { padded($0, 2) }.joined(separator: ":")
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(time)."
      + "\(padded(rest % 1_000, 3))Z"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Returns the date of a day since 1970. Years are counted from March, so that the leap day comes
  /// last.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}
