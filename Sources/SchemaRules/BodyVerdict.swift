public import JSONTree

/// The rules for the body of a model that has no bindings.
public protocol BodyRules: Sendable {
  /// Checks a body.
  ///
  /// - Parameter remoteFile: What is known of files behind URLs; nil where nobody has looked.
  func verdict(on body: JSONNode, remoteFile: RemoteFileLookup?) -> BodyVerdict
}

/// What came of the check of a body.
public struct BodyVerdict: Sendable, Hashable {
  /// Everything that is wrong, in the order of the checks.
  public var issues: [ValidationIssue]
  /// What could not be told.
  public var unchecked: [UncheckedRule]

  public init(issues: [ValidationIssue] = [], unchecked: [UncheckedRule] = []) {
    self.issues = issues
    self.unchecked = unchecked
  }

  public var isValid: Bool { issues.isEmpty }
}
