#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The dates of ISO 8601 that services write: a date and a time, with or without a fraction and a zone.
enum ISO8601 {
  /// Returns the date of a text, or `nil` for anything else. A time without a zone is in UTC.
  static func date(_ text: String) -> Date? {
    let parts = text.split(maxSplits: 1) { "Tt ".contains($0) }
    guard parts.count == 2 else { return nil }
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0) ?? -1
    }
    guard date.count == 3, (1...9_999).contains(date[0]), (1...12).contains(date[1]),
      (1...days(in: date[1], of: date[0])).contains(date[2])
    else { return nil }
    let clock = parts[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
    guard let time = time(clock), let offset = offset(parts[1][clock.endIndex...]) else {
      return nil
    }
    let days = HTTPDate.daysSince1970(date[0], date[1], date[2])
    return Date(timeIntervalSince1970: Double(days * 86_400) + time - offset)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return HTTPDate.daysSince1970(next.0, next.1, 1) - HTTPDate.daysSince1970(year, month, 1)
  }

  private static func time(_ text: Substring) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, let hour = Int(parts[0]), let minute = Int(parts[1]),
      let second = Double(parts[2]), (0...23).contains(hour), (0...59).contains(minute),
      (0..<61).contains(second)
    else { return nil }
    return Double(hour * 3_600 + minute * 60) + second
  }

  /// Returns the seconds by which a zone is ahead of UTC.
  private static func offset(_ text: Substring) -> Double? {
    if text.isEmpty || text == "Z" || text == "z" { return 0 }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard text.first == "+" || text.first == "-", digits.count == 2 || digits.count == 4,
      let number = Int(digits)
    else { return nil }
    let minutes = digits.count == 2 ? number * 60 : number / 100 * 60 + number % 100
    return Double(text.first == "-" ? -minutes * 60 : minutes * 60)
  }
}
