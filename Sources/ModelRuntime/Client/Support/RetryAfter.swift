import ModelTransport

/// The delay that a server asks for in its header fields (RFC 9110 §10.2.3).
enum RetryAfter {
  /// Returns the delay, which is never negative and never longer than any wait, or `nil` if there
  /// is none or it isn't valid.
  static func read(_ headers: TransportHeaders, timeOfDay: () -> Double) -> Duration? {
    let text = headers["retry-after"] ?? ""
    if let milliseconds = headers["retry-after-ms"].flatMap(Double.init) {
      return duration(milliseconds / 1_000)
    }
    if let seconds = Double(text) { return duration(seconds) }
    guard let date = HTTPDate.seconds(text) else { return nil }
    return duration(date - (headers["date"].flatMap(HTTPDate.seconds) ?? timeOfDay()))
  }

  private static func duration(_ seconds: Double) -> Duration? {
    guard !seconds.isNaN else { return nil }
    return .seconds(min(max(0, seconds), Duration.longest.inSeconds))
  }

}

/// The three forms of a date in HTTP (RFC 9110 §5.6.7), all in GMT.
enum HTTPDate {
  /// Seconds since 1970.
  static func seconds(_ text: String) -> Double? {
    let words = text.split { " ,-".contains($0) }
    guard let clock = words.first(where: { $0.contains(":") }),
      let monthAt = words.firstIndex(where: { month($0) != nil }), let month = month(words[monthAt])
    else { return nil }
    let numbers = words.enumerated().compactMap { index, word in
      Int(word).map { (index, $0) }
    }
    guard numbers.count == 2, let time = timeOfDay(clock) else { return nil }
    // Day and year, in this order in all three forms.
    let (day, shortYear) = (numbers[0].1, numbers[1].1)
    let isShort = words[numbers[1].0].utf8.count == 2
    let year = isShort ? shortYear + (shortYear < 70 ? 2_000 : 1_900) : shortYear
    guard (1...31).contains(day), (1_970...9_999).contains(year) else { return nil }
    return Double(daysSince1970(year, month, day) * 86_400 + time)
  }

  private static func month(_ word: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: word.lowercased()).map { $0 + 1 }
  }

  private static func timeOfDay(_ word: Substring) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard parts.count == 3, (0...23).contains(parts[0]), (0...59).contains(parts[1]),
      (0...60).contains(parts[2])
    else { return nil }
    return parts[0] * 3_600 + parts[1] * 60 + parts[2]
  }

  /// Counts years from March, so that the leap day comes last.
  static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let years = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
  }
}
