/// The exact value of a JSON number: digits times a power of ten.
///
/// Bounds are compared with this and not as doubles, since 9007199254740993 is greater than
/// 9007199254740992, and 0.3 is a multiple of 0.1.
package struct JSONDecimal: Sendable, Hashable {
  /// Zero is never negative.
  package let isNegative: Bool
  /// Decimal digits, 0...9, without zeros at either end; none for zero.
  package let digits: [UInt8]
  /// The power of ten that the last digit counts.
  package let exponent: Int

  package var isZero: Bool { digits.isEmpty }

  /// A Boolean value that indicates whether the number has no fraction.
  package var isInteger: Bool { exponent >= 0 }

  init(_ text: String) {
    var digits: [UInt8] = []
    var exponent = 0
    var isNegative = false
    var isFraction = false
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        exponent = JSONDecimal.saturatingSum(
          exponent, JSONDecimal.exponent(String(Substring(rest))))
        rest = rest[rest.endIndex...]
      default:
        digits.append(byte &- UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      }
    }
    let trailing = digits.reversed().prefix { $0 == 0 }.count
    digits.removeLast(trailing)
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
    self.isNegative = isNegative && !digits.isEmpty
    self.exponent = digits.isEmpty ? 0 : JSONDecimal.saturatingSum(exponent, trailing)
    self.digits = digits
  }

  private static var exponentLimit: Int { .max / 4 }

  /// An exponent of more digits than an integer holds is as good as the largest there is.
  private static func exponent(_ text: String) -> Int {
    let limit = exponentLimit
    let value = Int(text) ?? (text.utf8.first == UInt8(ascii: "-") ? -limit : limit)
    return max(-limit, min(limit, value))
  }

  private static func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? (left < 0 ? .min / 2 : .max / 2) : sum
  }

  /// The value where it is a whole number that fits.
  package var int: Int? {
    guard isInteger, digits.count + exponent <= 19 else { return nil }
    var magnitude: Int = 0
    for digit in digits + [UInt8](repeating: 0, count: exponent) {
      let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (next, carry) = product.subtractingReportingOverflow(Int(digit))
      if overflow || carry { return nil }
      magnitude = next
    }
    if isNegative { return magnitude }
    return magnitude == .min ? nil : -magnitude
  }
}

extension JSONDecimal: Comparable {
  package static func < (left: JSONDecimal, right: JSONDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    if left.isZero || right.isZero { return !right.isZero && !right.isNegative || left.isNegative }
    return left.isNegative
      ? right.hasSmallerMagnitude(than: left) : left.hasSmallerMagnitude(than: right)
  }

  private func hasSmallerMagnitude(than other: JSONDecimal) -> Bool {
    let (size, otherSize) = (digits.count + exponent, other.digits.count + other.exponent)
    if size != otherSize { return size < otherSize }
    return digits.lexicographicallyPrecedes(other.digits)
  }
}

extension JSONDecimal {
  /// Returns a Boolean value that indicates whether the number is a multiple of `divisor`, or `nil`
  /// if that can't be computed: for a divisor of more than 18 digits, unless it is the larger one,
  /// and for exponents that don't fit an integer.
  ///
  /// Exact: no double comes near it.
  package func isMultiple(of divisor: JSONDecimal) -> Bool? {
    guard !divisor.isZero else { return nil }
    if isZero { return true }
    guard max(abs(exponent), abs(divisor.exponent)) < JSONDecimal.exponentLimit / 2 else {
      return nil
    }
    // Digits never end in a zero, so a smaller last place can't be made up for.
    guard exponent >= divisor.exponent else { return false }
    guard divisor.digits.count <= 18 else {
      if hasSmallerMagnitude(than: divisor) { return false }
      return digits == divisor.digits && exponent == divisor.exponent ? true : nil
    }
    let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
    var remainder: UInt64 = 0
    for digit in digits {
      remainder = JSONDecimal.product(remainder, 10, modulo: modulus)
      remainder = (remainder + UInt64(digit)) % modulus
    }
    let shift = JSONDecimal.powerOfTen(exponent - divisor.exponent, modulo: modulus)
    return JSONDecimal.product(remainder, shift, modulo: modulus) == 0
  }

  private static func powerOfTen(_ exponent: Int, modulo modulus: UInt64) -> UInt64 {
    var result = 1 % modulus
    var base = 10 % modulus
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = product(result, base, modulo: modulus) }
      base = product(base, base, modulo: modulus)
      rest >>= 1
    }
    return result
  }

  private static func product(_ left: UInt64, _ right: UInt64, modulo modulus: UInt64) -> UInt64 {
    let full = (left % modulus).multipliedFullWidth(by: right % modulus)
    return modulus.dividingFullWidth(full).remainder
  }
}
