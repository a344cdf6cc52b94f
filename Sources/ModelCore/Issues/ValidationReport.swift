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

/// Validates the body of a request for a model that has no bindings.
///
/// ```swift
/// let validator = BodyValidator { body in
///   body["prompt"] == nil
///     ? ValidationReport(issues: [
///       ValidationIssue(path: ["prompt"], rule: .required, message: "is required")
///     ]) : ValidationReport()
/// }
/// ```
public struct BodyValidator: Sendable {
  private let report: @Sendable (JSONNode, RemoteFileLookup?) -> ValidationReport

  /// Creates a validator.
  ///
  /// - Parameter validate: A closure that returns the issues of a body.
  public init(_ validate: @escaping @Sendable (JSONObject) -> ValidationReport) {
    report = { body, _ in validate(JSONObject(body)) }
  }

  /// Creates a validator that knows the schema's rules for files.
  ///
  /// - Parameter report: A closure that returns the issues of a body, given the files behind URLs
  ///   that have been inspected.
  package init(report: @escaping @Sendable (JSONNode, RemoteFileLookup?) -> ValidationReport) {
    self.report = report
  }

  /// Returns the issues of a body.
  ///
  /// - Parameter remoteFile: The files behind URLs, or `nil` if none have been inspected.
  package func report(on body: JSONNode, remoteFile: RemoteFileLookup?) -> ValidationReport {
    report(body, remoteFile)
  }
}
