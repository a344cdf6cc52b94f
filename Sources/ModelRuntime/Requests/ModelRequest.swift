public import SchemaRules

/// The input of one model: everything that a job needs to start.
///
/// Several protocols together, as ``ModelObject`` is; what is to be added to all requests goes into
/// an extension of ``ModelInput``.
public typealias ModelRequest = ModelInput & Hashable & Encodable & CustomStringConvertible

/// What makes a value the input of a model: its fields, the model, and what that gives. See
/// ``ModelRequest``.
public protocol ModelInput: RequestFields {
  /// What the model gives when the job has succeeded.
  associatedtype Output: ModelOutput

  /// The model that takes this request.
  static var modelID: ModelID { get }
}

extension ModelInput {
  /// Everything that is wrong with the request; empty for one that can be sent. Of more than
  /// ``ValidationIssues/limit`` issues, the last says that checking stopped.
  public func validationIssues() -> [ValidationIssue] {
    var issues = ValidationIssues()
    validate(into: &issues)
    return issues.issues
  }

  /// Throws everything that is wrong with the request, all at once.
  public func validate() throws(InvalidRequest) {
    let issues = validationIssues()
    if !issues.isEmpty { throw InvalidRequest(modelID: Self.modelID, issues: issues) }
  }

  /// The rules that could not be checked, with the reason for each: whatever needs a look at a
  /// file behind a URL, and rules of a kind that bindings don't know.
  public func uncheckedRules() -> [UncheckedRule] {
    var issues = ValidationIssues(listsUnchecked: true)
    validate(into: &issues)
    return issues.unchecked
  }
}

/// A request that breaks rules of its model's schema, and so was not sent.
public struct InvalidRequest: Error, Sendable, Hashable, CustomStringConvertible {
  public let modelID: ModelID
  /// All of them, in the order of the schema; never empty.
  public let issues: [ValidationIssue]

  public init(modelID: ModelID, issues: [ValidationIssue]) {
    self.modelID = modelID
    self.issues = issues
  }

  public var description: String {
    (["\(modelID) was not sent: \(ValidationIssues.counted(issues))"] + issues.map { "  \($0)" })
      .joined(separator: "\n")
  }
}
