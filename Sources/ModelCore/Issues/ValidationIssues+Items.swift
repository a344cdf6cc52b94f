/// Rules on arrays.
extension ValidationIssues {
  /// `minItems` and `maxItems`.
  package mutating func check(
    count: Int, at step: IssueStep?, atLeast minimum: Int? = nil, atMost maximum: Int? = nil
  ) {
    if let maximum, count > maximum {
      report(
        .maxItems, at: step, value: String(count), bound: String(maximum),
        "\(ValueText.counted(count, "item")); at most \(maximum) \(maximum == 1 ? "is" : "are") allowed"
      )
    }
    if let minimum, count < minimum {
      report(
        .minItems, at: step, value: String(count), bound: String(minimum),
        "\(ValueText.counted(count, "item")); at least \(minimum) \(minimum == 1 ? "is" : "are") required"
      )
    }
  }

  /// `uniqueItems`: equality is JSON's, so that 1 and 1.0 are the same.
  package mutating func check(unique items: [JSONValue], at step: IssueStep?) {
    var first: [JSONValue: Int] = [:]
    for (index, item) in items.enumerated() {
      if isFull { return }
      guard let earlier = first[item] else {
        first[item] = index
        continue
      }
      report(
        .uniqueItems, at: step, value: item.description,
        "items \(earlier) and \(index) are equal; items must be unique")
    }
  }
}
