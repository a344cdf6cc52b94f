public import ModelCore

/// An error thrown when a request or an object inside one can't be created from JSON.
public struct FieldDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The missing keys and the values of the wrong kind, each with its path; never empty.
  public let issues: [ValidationIssue]

  /// The problems, one on each line.
  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
