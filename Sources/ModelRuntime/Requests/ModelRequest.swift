@_spi(Generated) public import ModelCore

/// The input of a model: everything that a job needs to start.
///
/// Generated types conform to it, one for each model.
public protocol ModelRequest: ModelObject {
  /// The type of the model's output.
  associatedtype Output: ModelOutput

  /// The ID of the model.
  static var modelID: ModelID { get }
}

extension ModelRequest {
  /// Returns every problem that keeps the request from being accepted.
  ///
  /// - Returns: The violated rules in the order of the schema; empty for a valid request. Checking
  ///   stops after 500 problems, and the last one then says so.
  public func validationIssues() -> [ValidationIssue] {
    var issues = ValidationIssues()
    validate(into: &issues)
    return issues.issues
  }

  /// Checks the request against every rule of the model's schema that can be checked locally.
  ///
  /// - Throws: An ``InvalidRequest`` with all problems, if there are any.
  public func validate() throws(InvalidRequest) {
    let issues = validationIssues()
    if !issues.isEmpty { throw InvalidRequest(modelID: Self.modelID, issues: issues) }
  }

  /// Returns the rules that can't be checked locally.
  ///
  /// - Returns: Rules on files behind URLs, and rules of a kind that the bindings don't know, each
  ///   with the reason.
  public func uncheckedRules() -> [UncheckedRule] {
    var issues = ValidationIssues(listsUnchecked: true)
    validate(into: &issues)
    return issues.unchecked
  }
}

/// An error thrown for a request that violates rules of its model's schema.
public struct InvalidRequest: Error, Sendable, Hashable, CustomStringConvertible {
  /// The ID of the model.
  public let modelID: ModelID
  /// The violated rules in the order of the schema; never empty.
  public let issues: [ValidationIssue]

  /// Creates an error for a model and the rules that a request to it violates.
  public init(modelID: ModelID, issues: [ValidationIssue]) {
    self.modelID = modelID
    self.issues = issues
  }

  /// The number of problems, and each problem on a line of its own.
  public var description: String {
    (["\(modelID): \(ValidationIssues.counted(issues)), nothing was sent"]
      + issues.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

/// The ID of a model as the service spells it, such as `bytedance/dreamina-4-0/edit`.
public struct ModelID: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The ID as the service spells it.
  public let rawValue: String

  /// Creates an ID from the service's spelling.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates an ID from a literal in the service's spelling.
  public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

  /// The ID as the service spells it.
  public var description: String { rawValue }
}
