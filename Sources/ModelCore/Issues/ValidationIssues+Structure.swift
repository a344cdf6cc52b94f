/// Rules on what kind of value stands somewhere, and on the keys of objects.
extension ValidationIssues {
  /// `type`: the value is of none of the kinds that may stand here.
  ///
  /// - Parameter kinds: JSON Schema's words: `string`, `integer`, `null` …
  package mutating func reportType(
    _ value: JSONNode, at step: IssueStep?, mustBe kinds: [String]
  ) {
    report(
      .type, at: step, value: ValueText.shown(value), bound: kinds.joined(separator: ", "),
      "must be \(ValueText.choice(kinds.map(ValueText.withArticle))), not \(ValueText.found(value, insteadOf: kinds))"
    )
  }

  /// `type`, for a value apart from its text.
  package mutating func reportType(_ value: JSONValue, at step: IssueStep?, mustBe kinds: [String])
  {
    report(
      .type, at: step, value: ValueText.shown(value), bound: kinds.joined(separator: ", "),
      "must be \(ValueText.choice(kinds.map(ValueText.withArticle))), not \(ValueText.found(value, insteadOf: kinds))"
    )
  }

  /// `required`: the key is missing.
  package mutating func reportMissing(_ key: String) {
    report(.required, at: .key(key), "is required")
  }

  /// `additionalProperties: false`: the schema publishes no such key.
  package mutating func reportUnknownKey(_ key: String, among known: [String]) {
    let advice = Spelling.nearest(to: key, among: known).map {
      "; did you mean \(ValueText.quoted($0))?"
    }
    report(
      .additionalProperties, at: .key(key), value: key, "is not a known key\(advice ?? "")")
  }

  /// `minProperties` and `maxProperties`.
  package mutating func check(
    keyCount count: Int, at step: IssueStep?, atLeast minimum: Int? = nil,
    atMost maximum: Int? = nil
  ) {
    if let maximum, count > maximum {
      report(
        .maxProperties, at: step, value: String(count), bound: String(maximum),
        "\(ValueText.counted(count, "key")); at most \(maximum) \(maximum == 1 ? "is" : "are") allowed"
      )
    }
    if let minimum, count < minimum {
      report(
        .minProperties, at: step, value: String(count), bound: String(minimum),
        "\(ValueText.counted(count, "key")); at least \(minimum) \(minimum == 1 ? "is" : "are") required"
      )
    }
  }
}
