/// Rules on strings.
extension ValidationIssues {
  /// `minLength` and `maxLength`, counted in Unicode scalars as JSON Schema counts.
  package mutating func check(
    length text: String, at step: IssueStep?, atLeast minimum: Int? = nil,
    atMost maximum: Int? = nil
  ) {
    // A string has at least a quarter, and at most all, as many scalars as bytes.
    let bytes = text.utf8.count
    if bytes <= maximum ?? .max, bytes >= (minimum ?? 0).multipliedClamped(by: 4) { return }
    let count = text.unicodeScalars.count
    if let maximum, count > maximum {
      report(
        .maxLength, at: step, value: text, bound: String(maximum),
        "\(ValueText.counted(count, "character")); at most \(maximum) \(maximum == 1 ? "is" : "are") allowed"
      )
    }
    if let minimum, count < minimum {
      report(
        .minLength, at: step, value: text, bound: String(minimum),
        "\(ValueText.counted(count, "character")); at least \(minimum) \(minimum == 1 ? "is" : "are") required"
      )
    }
  }

  /// Reports a value that isn't one of those that an `enum` or a `const` lists.
  ///
  /// - Parameter value: The value as it appears in the message, strings in quotes
  ///   (``ValueText/quoted(_:)``).
  package mutating func reportUnknown(
    _ value: String, at step: IssueStep?, among known: KnownValues, rule: ValidationRule = .enum
  ) {
    report(
      rule, at: step, value: value, bound: String(known.count), "\(value) isn't \(known.phrase)")
  }
}

extension Int {
  func multipliedClamped(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
