/// Names for sizes and ratios: `"2304x1728(4:3)"` is `size2304x1728`, `"16:9"` is `ratio16x9`.
enum SizeName {
  /// Nil for a value that is neither.
  static func member(_ value: String) -> String? {
    var rest = value.unicodeScalars[...]
    guard let width = number(&rest), let sign = rest.popFirst(), let height = number(&rest),
      [":", "x", "X", "×", "*", "_", "/"].contains(sign)
    else { return nil }
    let isSize = max(width, height) >= 100
    // 5_10 or 1/2 may be anything.
    guard isSize || sign == ":" || sign == "x" || sign == "×" else { return nil }
    let name = (isSize ? "size" : "ratio") + "\(width)x\(height)"
    if rest.isEmpty { return name }
    guard isSize, let ratio = bracket(rest) else { return nil }
    return isRatio(ratio, of: (width, height)) ? name : name + "Ratio\(ratio.0)x\(ratio.1)"
  }

  private static func number(_ rest: inout Substring.UnicodeScalarView) -> Int? {
    let digits = rest.prefix(while: Words.isDigit)
    // A zero in front would be lost.
    guard digits.count <= 7, digits.first != "0", let number = Int(String(digits)) else {
      return nil
    }
    rest = rest.dropFirst(digits.count)
    return number
  }

  /// Blanks, then `(4:3)` and nothing more.
  private static func bracket(_ rest: Substring.UnicodeScalarView) -> (Int, Int)? {
    var rest = rest.drop { $0 == " " }
    guard rest.popFirst() == "(", let width = number(&rest), rest.popFirst() == ":",
      let height = number(&rest), rest.popFirst() == ")", rest.isEmpty, height > 0
    else { return nil }
    return (width, height)
  }

  /// Published sizes are rounded to whole blocks of pixels, so within three parts in a hundred.
  private static func isRatio(_ ratio: (Int, Int), of size: (Int, Int)) -> Bool {
    let left = Double(size.0) * Double(ratio.1)
    let right = Double(size.1) * Double(ratio.0)
    return abs(left - right) <= 0.03 * max(left, right)
  }
}
