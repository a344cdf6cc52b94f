public import JSONTree

/// One entry of a schema's `validations`: a rule on a media file's own properties.
public struct MediaRule: Sendable, Hashable {
  /// What is measured.
  public enum Quantity: String, Sendable, Hashable, CaseIterable {
    case fileSizeMB = "file_size_mb"
    case widthPixels = "width_pixels"
    case heightPixels = "height_pixels"
    case aspectRatio = "width/height"
    case durationSeconds = "duration_seconds"
    case framesPerSecond = "fps"
  }

  /// How it is compared.
  public enum Comparison: String, Sendable, Hashable {
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
  /// The schema's own sentence for a file that breaks it; empty where it has none.
  public let message: String

  public init(_ rule: String, _ bound: JSONNumber, message: String = "") {
    self.rule = rule
    self.bound = bound
    self.message = message
  }

  /// Nil where the rule is about something that is not known here: it is then never checked.
  public var quantity: Quantity? { Quantity(rawValue: MediaRule.parts(of: rule).quantity) }

  /// Nil where the rule ends in no known operator.
  public var comparison: Comparison? { MediaRule.parts(of: rule).comparison }

  /// Whether a file can be held against it.
  public var isUnderstood: Bool { quantity != nil && comparison != nil }

  /// The two halves of a rule. A quantity may itself hold a slash, so the operator is read off the
  /// end.
  public static func parts(of rule: String) -> (quantity: String, comparison: Comparison?) {
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
