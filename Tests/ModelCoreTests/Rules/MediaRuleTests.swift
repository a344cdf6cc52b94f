@_spi(Generated) import ModelCore
import Testing

@Suite("Rules on media files")
struct MediaRuleTests {
  private func facts(
    bytes: Int = 1000, stored: PixelSize? = nil, displayed: PixelSize? = nil,
    duration: Double? = nil
  ) -> MediaFacts {
    MediaFacts(
      format: .jpeg, byteCount: .known(bytes),
      stored: stored.map { .known($0) } ?? .unknown("not told"),
      displayed: displayed.map { .known($0) } ?? .unknown("not told"),
      duration: duration.map { .known($0) } ?? .unknown("not told"),
      framesPerSecond: .unknown("not told"))
  }

  @Test(
    "A rule consists of a quantity and an operator",
    arguments: [
      ("file_size_mb<=", MediaRule.Quantity.fileSizeMB, MediaRule.Comparison.lessOrEqual),
      ("width/height≥", .aspectRatio, .greaterOrEqual), ("width/height<", .aspectRatio, .less),
      ("fps==", .framesPerSecond, .equal), ("duration_seconds >", .durationSeconds, .greater),
    ])
  func parts(rule: String, quantity: MediaRule.Quantity, comparison: MediaRule.Comparison) {
    let rule = MediaRule(rule, 1)
    #expect(rule.quantity == quantity)
    #expect(rule.comparison == comparison)
  }

  @Test("A megabyte is 1,048,576 bytes in an upper bound, and 1,000,000 in a lower one")
  func megabytes() {
    let rule = MediaRule("file_size_mb<=", 15)
    #expect(rule.verdict(on: facts(bytes: 15 << 20)) == .kept)
    #expect(rule.verdict(on: facts(bytes: (15 << 20) + 1)) == .broken("15.73 MB"))
    let least = MediaRule("file_size_mb>=", 1)
    #expect(least.verdict(on: facts(bytes: 1_000_000)) == .kept)
    #expect(least.verdict(on: facts(bytes: 900_009)) == .broken("0.9 MB"))
  }

  @Test("A value close to a bound is shown with enough digits")
  func nearMiss() {
    let least = MediaRule("file_size_mb>=", 1)
    #expect(least.verdict(on: facts(bytes: 999_999)) == .broken("0.999999 MB"))
    #expect(least.verdict(on: facts(bytes: 996_000)) == .broken("0.996 MB"))
    let longest = MediaRule("duration_seconds<=", 10)
    #expect(longest.verdict(on: facts(duration: 10.0042)) == .broken("10.004 s"))
    #expect(longest.verdict(on: facts(duration: 10.000000000001)) == .broken("10.000000000001 s"))
    let below = MediaRule("duration_seconds<", 10)
    #expect(below.verdict(on: facts(duration: 10)) == .broken("10 s"))
  }

  @Test("A rounded ratio has a tolerance, and an integer one has none")
  func ratios() throws {
    let third = PixelSize(width: 1000, height: 3000)
    let bound = try #require(JSONNumber(text: "0.33"))
    #expect(
      MediaRule("width/height≤", bound).verdict(on: facts(stored: third, displayed: third)) == .kept
    )
    let wide = PixelSize(width: 3001, height: 1000)
    #expect(
      MediaRule("width/height≤", 3).verdict(on: facts(stored: wide, displayed: wide))
        == .broken("3001 × 1000 px"))
  }

  @Test("A rotated image is rejected only if both orientations violate the rule")
  func turned() {
    let rule = MediaRule("width_pixels<=", 100)
    let stored = PixelSize(width: 120, height: 80)
    #expect(rule.verdict(on: facts(stored: stored, displayed: stored.turned)) == .kept)
    #expect(rule.verdict(on: facts(stored: stored, displayed: stored)) == .broken("120 × 80 px"))
    let huge = PixelSize(width: 120, height: 110)
    #expect(
      rule.verdict(on: facts(stored: huge, displayed: huge.turned)) == .broken("110 × 120 px"))
  }

  @Test("Unknown facts violate no rule")
  func unknown() {
    #expect(MediaRule("width_pixels<=", 1).verdict(on: facts()) == .unknown("not told"))
    #expect(MediaRule("fps<=", 1).verdict(on: facts()) == .unknown("not told"))
    #expect(
      MediaRule("loudness<=", 1).verdict(on: facts()) == .unknown("the rule is not understood"))
    #expect(
      MediaRule("duration_seconds<=", 10).verdict(on: facts(duration: 10.5)) == .broken("10.5 s"))
  }
}
