import ModelSchema

/// Renders lists of values: short ones as an array, long ones as text that is split at run time.
enum ListRenderer {
  /// The largest number of literals in an array. The compiler needs a second and half a gigabyte of
  /// memory for each thousand.
  private static var maximumCount: Int { 256 }
  /// The number of values in one string literal.
  private static var textCount: Int { 64 }

  static func values(_ set: KnownSet) -> SwiftExpression {
    switch set {
    case .strings(let values): strings(values)
    case .integers(let values):
      text(values.map { String($0) }, "integers") ?? .array(values.map { .integer($0) })
    case .numbers(let values):
      text(values.map(\.double.description), "numbers")
        ?? .array(values.map { .double($0.double) })
    }
  }

  static func strings(_ values: [String]) -> SwiftExpression {
    text(values, "strings") ?? .array(values.map { .string($0) })
  }

  /// Returns a call that splits texts, or `nil` for a short list, or for one whose values contain every
  /// separator.
  private static func text(_ values: [String], _ method: String) -> SwiftExpression? {
    guard values.count > maximumCount,
      let separator = separators.first(where: { mark in
        !values.contains { $0.utf8.contains(UInt8(ascii: mark)) }
      })
    else { return nil }
    let mark = String(Character(separator))
    let texts = stride(from: 0, to: values.count, by: textCount).map { start in
      SwiftExpression.string(
        values[start..<min(start + textCount, values.count)].joined(separator: mark))
    }
    return .call(
      .typeMember(.known(.listedValues), SwiftName(method)),
      [SwiftArgument(nil, .array(texts)), SwiftArgument("separator", .string(mark))])
  }

  private static var separators: [Unicode.Scalar] { ["|", ",", ";", "\t", "\n", "\u{1F}"] }
}
