/// The result of validating a request.
public struct ValidationReport: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The rules that the request violates.
  public var issues: [ValidationIssue]
  /// The rules that couldn't be checked.
  public var unchecked: [UncheckedRule]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - issues: The rules that the request violates.
  ///   - unchecked: The rules that couldn't be checked.
  public init(issues: [ValidationIssue] = [], unchecked: [UncheckedRule] = []) {
    self.issues = issues
    self.unchecked = unchecked
  }

  /// A Boolean value that indicates whether the request violates no rule that could be checked.
  public var isValid: Bool { issues.isEmpty }

  /// The issues and the unchecked rules, one per line.
  public var description: String {
    (issues.map(\.description) + unchecked.map(\.description)).joined(separator: "\n")
  }
}
