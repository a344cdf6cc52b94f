public import ModelCore

/// The rules that keep a request from being sent if it violates them.
public enum ValidationPolicy: Sendable, Hashable {
  /// All rules.
  case strict
  /// All rules except these, for a schema that is out of date. A request with more issues than are
  /// listed wasn't validated to its end, and isn't sent unless `ValidationRule.issueLimit` is among
  /// these rules too.
  case allowing(Set<ValidationRule>)
  /// No rules. Validation is left to the service.
  case off

  /// All rules except these.
  public static func allowing(_ rules: ValidationRule...) -> Self { .allowing(Set(rules)) }

  /// Returns the issues that keep a request from being sent.
  ///
  /// - Parameter issues: All issues of the request.
  public func blocking(_ issues: [ValidationIssue]) -> [ValidationIssue] {
    switch self {
    case .strict: issues
    case .allowing(let rules): issues.filter { !rules.contains($0.rule) }
    case .off: []
    }
  }
}
