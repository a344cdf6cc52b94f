import ModelCore
import TestSupport
import Testing

@Suite("JSON numbers")
struct NumberTests {
  @Test(
    "Integers are read however they are spelled",
    arguments: [
      ("0", 0), ("-0", 0), ("0.0e7", 0), ("5", 5), ("5.0", 5), ("5e0", 5), ("0.5e1", 5),
      ("5000e-3", 5), ("-5.00", -5), ("1E3", 1000), ("9223372036854775807", Int.max),
      ("-9223372036854775808", Int.min), ("9223372036854775807.0", Int.max),
      ("-9223372036854775808.0", Int.min), ("-922337203685477580.8e1", Int.min),
      ("1e18", 1_000_000_000_000_000_000),
    ])
  func int(text: String, value: Int) {
    #expect(JSONNumber(text: text)?.int == value)
  }

  @Test(
    "Other numbers aren't integers",
    arguments: [
      "0.5", "-1e-1", "9223372036854775808", "9223372036854775808.0", "-9223372036854775809",
      "-9223372036854775809.0", "1e19", "1e1000000000", "1e99999999999999999999999999",
      "1e-1000000000", "92233720368547758070",
    ])
  func noInt(text: String) throws {
    let number = try #require(JSONNumber(text: text))
    #expect(number.int == nil)
    #expect(number.text == text)
  }

  @Test("The double is the nearest one, or infinite")
  func double() throws {
    let expected: [(String, Double)] = [
      ("0.1", 0.1), ("-0", -0.0), ("1e400", .infinity), ("-1e400", -.infinity), ("1e-400", 0),
      ("1.7976931348623157e308", .greatestFiniteMagnitude), ("9007199254740993", 9007199254740992),
      ("5e-324", .leastNonzeroMagnitude), ("1E+2", 100),
    ]
    for (text, value) in expected {
      let double = try #require(JSONNumber(text: text)).double
      #expect(double == value && double.sign == value.sign, "\(text)")
    }
  }

  @Test(
    "Texts that aren't JSON numbers are rejected",
    arguments: [
      "", " 1", "1 ", "+1", "01", "-", "1.", ".5", "1e", "0x1", "1_0", "NaN", "inf", "true",
      "\"1\"", "[1]", "1,2", "\u{FEFF}1", "1\u{0}",
    ])
  func refused(text: String) {
    #expect(JSONNumber(text: text) == nil)
  }

  @Test("Doubles become numbers that read back the same")
  func fromDouble() throws {
    var generator = SeededGenerator(seed: 7)
    var doubles: [Double] = [
      0, -0.0, 1, 0.1, 1e16, 1e-5, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi,
    ]
    for _ in 0..<2000 { doubles.append(Double(bitPattern: generator.next())) }
    for double in doubles where double.isFinite {
      let number = try #require(JSONNumber(double))
      #expect(JSONNumber(text: number.text) != nil, "\(number.text)")
      #expect(number.double.bitPattern == double.bitPattern)
    }
    for double in [Double.nan, .infinity, -.infinity] { #expect(JSONNumber(double) == nil) }
  }

  @Test("Integers become numbers that read back the same", arguments: [0, 1, -1, .max, .min])
  func fromInt(value: Int) {
    #expect(JSONNumber(value).int == value)
    #expect(JSONNumber(value).description == String(value))
  }
}
