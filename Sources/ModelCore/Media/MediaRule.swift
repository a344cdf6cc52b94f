/// An entry of a schema's `validations`: a rule for the properties of a media file.
@_spi(Generated) public struct MediaRule: Sendable, Hashable {
  /// The quantity that a rule is about.
  package enum Quantity: String, Sendable, Hashable, CaseIterable {
    case fileSizeMB = "file_size_mb"
    case widthPixels = "width_pixels"
    case heightPixels = "height_pixels"
    case aspectRatio = "width/height"
    case durationSeconds = "duration_seconds"
    case framesPerSecond = "fps"
  }

  /// The comparison with the bound.
  package enum Comparison: String, Sendable, Hashable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
  }

  /// The rule as published: `width/height≥`.
  public let rule: String
  /// The bound as published, a number.
  public let bound: JSONNumber
  /// The schema's own message for a file that violates the rule; empty if it has none.
  public let message: String

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - rule: The rule as published.
  ///   - bound: The bound as published.
  ///   - message: The schema's own message for a file that violates the rule; empty if it has none.
  public init(_ rule: String, _ bound: JSONNumber, message: String = "") {
    self.rule = rule
    self.bound = bound
    self.message = message
  }

  /// Nil where the rule is about something that is not known here: it is then never checked.
  package var quantity: Quantity? { Quantity(rawValue: MediaRule.parts(of: rule).quantity) }

  /// Nil where the rule ends in no known operator.
  package var comparison: Comparison? { MediaRule.parts(of: rule).comparison }

  /// A Boolean value that indicates whether files can be checked against the rule.
  package var isUnderstood: Bool { quantity != nil && comparison != nil }

  /// The two halves of a rule. A quantity may itself hold a slash, so the operator is read off the
  /// end.
  package static func parts(of rule: String) -> (quantity: String, comparison: Comparison?) {
    let operators: [(String, Comparison)] = [
      ("<=", .lessOrEqual), ("≤", .lessOrEqual), (">=", .greaterOrEqual), ("≥", .greaterOrEqual),
      ("==", .equal), ("<", .less), (">", .greater), ("=", .equal),
    ]
    for (sign, comparison) in operators where rule.hasSuffix(sign) {
      let scalars = rule.unicodeScalars.dropLast(sign.unicodeScalars.count)
      return (trimmed(scalars), comparison)
    }
    return (rule, nil)
  }

  private static func trimmed(_ scalars: String.UnicodeScalarView.SubSequence) -> String {
    var scalars = scalars.drop { $0 == " " }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
