public import SchemaRules

/// Which broken rules keep a request from being sent.
public enum ValidationPolicy: Sendable, Hashable {
  /// Every one.
  case strict
  /// Every one but these: for a schema that the service has moved on from. A request with more
  /// issues than are listed was not checked to its end, and is kept back unless
  /// `ValidationRule.issueLimit` is among these too.
  case allowing(Set<ValidationRule>)
  /// None: the service is left to judge.
  case off

  /// Every one but these.
  public static func allowing(_ rules: ValidationRule...) -> Self { .allowing(Set(rules)) }

  /// Those of some issues that keep their request from being sent.
  public func blocking(_ issues: [ValidationIssue]) -> [ValidationIssue] {
    switch self {
    case .strict: issues
    case .allowing(let rules): issues.filter { !rules.contains($0.rule) }
    case .off: []
    }
  }
}
