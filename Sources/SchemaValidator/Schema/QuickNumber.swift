import ModelCore

/// A number of few digits without an exponent, which nearly all are: exact, and compared without
/// allocating. Whatever does not fit is compared as a `JSONDecimal`.
///
/// No digit behind the point is a needless zero, so that equal numbers have equal parts.
struct QuickNumber: Sendable, Equatable {
  private var digits: Int64
  /// The number of digits after the decimal point.
  private var places: Int

  /// Reads the spelling of a JSON number.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count <= 17 else { return nil }
    digits = 0
    places = 0
    var isFraction = false
    var isNegative = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
        if isFraction { places += 1 }
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      default: return nil
      }
    }
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    if isNegative { digits = -digits }
  }

  init?(_ node: JSONNode) {
    let range = node.byteRange
    let number = node.document.bytes.withUnsafeBufferPointer {
      QuickNumber(UnsafeBufferPointer(rebasing: $0[range]))
    }
    guard let number else { return nil }
    self = number
  }

  init?(_ number: JSONNumber) {
    var text = number.text
    guard let number = text.withUTF8({ QuickNumber($0) }) else { return nil }
    self = number
  }

  var isInteger: Bool { places == 0 }

  /// Less than, equal to or greater than zero as this is less than, equal to or greater than
  /// `other`; nil where that takes more digits than there is room for.
  func compared(to other: QuickNumber) -> Int? {
    guard let (left, right) = aligned(with: other) else { return nil }
    return left < right ? -1 : left > right ? 1 : 0
  }

  /// Returns a Boolean value that indicates whether the number is a multiple of `divisor`, or `nil`
  /// if that can't be computed quickly.
  func isMultiple(of divisor: QuickNumber) -> Bool? {
    guard let (left, right) = aligned(with: divisor), right != 0 else { return nil }
    return left.isMultiple(of: right)
  }

  /// The digits of both with as many places.
  private func aligned(with other: QuickNumber) -> (Int64, Int64)? {
    if places == other.places { return (digits, other.digits) }
    if places < other.places {
      return QuickNumber.shift(digits, by: other.places - places).map { ($0, other.digits) }
    }
    return QuickNumber.shift(other.digits, by: places - other.places).map { (digits, $0) }
  }

  private static func shift(_ digits: Int64, by places: Int) -> Int64? {
    var shifted = digits
    for _ in 0..<places {
      let (product, overflow) = shifted.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      shifted = product
    }
    return shifted
  }
}
