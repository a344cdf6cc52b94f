import ModelCore

/// Literals for values that came from elsewhere.
enum SwiftLiteral {
  /// A string literal on one line that means exactly `text`.
  ///
  /// Everything that isn't plain to see is escaped: control characters, marks that change the
  /// direction of reading, and combining marks that would sit on the quote.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where isPlain(scalar): literal.unicodeScalars.append(scalar)
      default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return literal + "\""
  }

  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark, .spaceSeparator:
      return false
    default:
      return true
    }
  }

  /// A number literal; a double always has a point or an exponent.
  static func double(_ value: Double) -> String {
    if value.isFinite { return value.description }
    return value < 0 ? "-.infinity" : ".infinity"
  }

  /// A number as it was spelled, for a parameter of the type `JSONNumber`.
  static func number(_ value: JSONNumber) -> String {
    let isPlain = value.int.map { String($0) == value.text } ?? false
    if isPlain || JSONNumber(value.double)?.text == value.text { return value.text }
    // No literal keeps it.
    return "JSONNumber(text: \(string(value.text))) ?? 0"
  }
}
