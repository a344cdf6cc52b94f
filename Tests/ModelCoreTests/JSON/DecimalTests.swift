import ModelCore
import TestSupport
import Testing

@Suite("Exact decimal arithmetic")
struct DecimalTests {
  private func decimal(_ text: String) throws -> JSONDecimal {
    try #require(JSONNumber(text: text)).decimal
  }

  @Test("Ascending numbers are in order, where doubles would see them equal too")
  func order() throws {
    let ascending = [
      "-1e99999999999999999999", "-1e1000000000", "-1e400", "-9007199254740993",
      "-9007199254740992", "-10.5", "-10.49", "-1", "-0.1", "-1e-400", "0", "1e-1000000000",
      "1e-400", "0.1", "0.10000000000000000000000001", "0.2", "0.9999999999999999999", "1",
      "1.0000000000000000000001", "2", "10", "99", "100.01", "9007199254740992",
      "9007199254740993", "1e400", "1.1e400", "2e400", "1e1000000000", "1e99999999999999999999",
    ]
    let decimals = try ascending.map(decimal)
    for (index, left) in decimals.enumerated() {
      for (other, right) in decimals.enumerated() {
        #expect((left < right) == (index < other), "\(ascending[index]) < \(ascending[other])")
        #expect((left == right) == (index == other), "\(ascending[index]) == \(ascending[other])")
      }
    }
  }

  @Test("Small numbers agree with whole-number arithmetic")
  func againstIntegers() throws {
    // Every number here is a whole number of ten-thousandths, which an integer holds exactly.
    var generator = SeededGenerator(seed: 6)
    func random() -> (text: String, scaled: Int) {
      let digits = Int.random(in: -9999...9999, using: &generator)
      let exponent = Int.random(in: -4...4, using: &generator)
      let scaled = (0..<exponent + 4).reduce(digits) { scaled, _ in scaled * 10 }
      return ("\(digits)e\(exponent)", scaled)
    }
    for _ in 0..<5000 {
      let (left, right) = (random(), random())
      let (a, b) = (try decimal(left.text), try decimal(right.text))
      #expect((a < b) == (left.scaled < right.scaled), "\(left.text) < \(right.text)")
      #expect((a == b) == (left.scaled == right.scaled), "\(left.text) == \(right.text)")
      let isMultiple = right.scaled == 0 ? nil : left.scaled % right.scaled == 0
      #expect(a.isMultiple(of: b) == isMultiple, "\(left.text) of \(right.text)")
      #expect(a.isInteger == (left.scaled % 10_000 == 0))
      #expect(a.int == (left.scaled % 10_000 == 0 ? left.scaled / 10_000 : nil))
    }
  }

  @Test(
    "Multiples are exact where doubles aren't",
    arguments: [
      ("0.3", "0.1", true), ("0.35", "0.1", false), ("1e308", "0.5", true), ("1e308", "3", false),
      ("9007199254740993", "3", true), ("9007199254740993", "2", false),
      ("9007199254740993", "9007199254740993", true), ("1e-7", "1e-8", true),
      ("1e-8", "1e-7", false), ("4.5", "1.5", true), ("4.35", "0.01", true),
      ("-0.3", "0.1", true), ("0.3", "-0.1", true), ("0", "0.7", true), ("1.1", "0.11", true),
      ("19.99", "0.01", true), ("123456789012345678901234567890", "7", true),
      ("123456789012345678901234567891", "13", false), ("1e50", "999999999999999999", false),
      ("999999999999999999e30", "999999999999999999", true), ("100", "1e2", true),
      ("999999999999999998", "999999999999999999", false), ("150", "1e2", false),
      ("0.5", "1234567890123456789.5", false),
      ("-1234567890123456789.5", "1234567890123456789.5", true), ("7e17", "7e-17", true),
      ("1e2000", "2", true), ("1e2000", "3", false), ("1e1000000000", "0.5", true),
      ("1e1000000000", "7", false), ("1e-1000000000", "0.5", false),
    ])
  func multiples(text: String, divisor: String, expected: Bool) throws {
    #expect(try decimal(text).isMultiple(of: decimal(divisor)) == expected)
  }

  @Test("Results that can't be computed are unknown")
  func unknown() throws {
    #expect(try decimal("1").isMultiple(of: decimal("0")) == nil)
    #expect(try decimal("0").isMultiple(of: decimal("-0.0")) == nil)
    #expect(try decimal("1e30").isMultiple(of: decimal("1234567890123456789")) == nil)
    let huge = "1e99999999999999999999"
    #expect(try decimal(huge).isMultiple(of: decimal("1e99999999999999999998")) == nil)
    #expect(try decimal("1").isMultiple(of: decimal(huge)) == nil)
    #expect(try decimal("0").isMultiple(of: decimal(huge)) == true)
  }

  @Test("Digits and exponent are the shortest, and zero is never negative")
  func normalForm() throws {
    for text in ["-1200e-1", "-120.0", "-0.00012e6", "-12e1"] {
      let value = try decimal(text)
      #expect(value.digits == [1, 2])
      #expect(value.exponent == 1)
      #expect(value.isNegative)
    }
    for text in ["0", "-0", "-0.000", "0e99999999999999999999"] {
      let value = try decimal(text)
      #expect(value.isZero && !value.isNegative && value.exponent == 0 && value.isInteger)
    }
  }

  @Test("Numbers with a million digits are compared")
  func long() throws {
    let nines = String(repeating: "9", count: 1_000_000)
    let zeros = String(repeating: "0", count: 1_000_000)
    #expect(try decimal(nines).isMultiple(of: decimal("9")) == true)
    #expect(try decimal("0.\(zeros)1") < decimal("0.\(nines)"))
    #expect(try decimal("1\(zeros)") == decimal("1e1000000"))
    #expect(try decimal("1\(zeros)").int == nil)
    #expect(try decimal("1\(zeros)e-1000000").int == 1)
  }
}
