@_spi(Generated) public import ModelCore

/// Arrays.
@_spi(Generated) extension FieldVisitor {
  /// Visits a required array whose items have no rules.
  public mutating func array<Item: FieldValue>(
    _ key: StaticString, _ items: inout [Item], minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false
  ) {
    if !transfer(key, &items) {
      issues.check(
        items, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems)
    }
  }

  /// Visits an optional array whose items have no rules.
  public mutating func array<Item: FieldValue>(
    _ key: StaticString, _ items: inout [Item]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false
  ) {
    if !transfer(key, &items) {
      issues.check(
        items, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems)
    }
  }

  /// Visits a required array, and the check of each of its items.
  public mutating func array<Item: FieldValue>(
    _ key: StaticString, _ items: inout [Item], minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false,
    each: (inout ValidationIssues, Item, IssueStep) -> Void
  ) {
    if !transfer(key, &items) {
      issues.check(
        items, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, each: each)
    }
  }

  /// Visits an optional array, and the check of each of its items.
  public mutating func array<Item: FieldValue>(
    _ key: StaticString, _ items: inout [Item]?, minItems: Int = 0, maxItems: Int = .max,
    uniqueItems: Bool = false,
    each: (inout ValidationIssues, Item, IssueStep) -> Void
  ) {
    if !transfer(key, &items) {
      issues.check(
        items, .key(key.description), minItems: minItems, maxItems: maxItems,
        uniqueItems: uniqueItems, each: each)
    }
  }
}
