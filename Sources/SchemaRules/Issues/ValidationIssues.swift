/// Collects everything that is wrong with a request, in one go.
///
/// Emitted code and the check of a plain JSON body call the same methods on it, so that a rule
/// means one thing. A request that is right costs no allocation.
public struct ValidationIssues: Sendable {
  /// What is wrong, in the order of the checks.
  public private(set) var issues: [ValidationIssue] = []
  /// What could not be told; filled only where the collector was made to.
  public private(set) var unchecked: [UncheckedRule] = []
  /// Whether rules that can't be checked are to be listed, which costs time.
  public let listsUnchecked: Bool
  /// What is known of the files behind URLs; nil where nobody has looked.
  package let remoteFile: RemoteFileLookup?

  private var enclosing: [IssueStep] = []

  /// - Parameter remoteFile: Asked for every file behind a URL that has rules which are understood.
  package init(listsUnchecked: Bool = false, remoteFile: RemoteFileLookup? = nil) {
    self.listsUnchecked = listsUnchecked
    self.remoteFile = remoteFile
  }

  public var isEmpty: Bool { issues.isEmpty }

  /// The path of a value below the one that is being checked.
  public func path(to step: IssueStep?) -> IssuePath {
    IssuePath(step.map { enclosing + [$0] } ?? enclosing)
  }

  /// Checks what is inside a value: paths reported by `body` begin with `step`.
  public mutating func nested(at step: IssueStep, _ body: (inout ValidationIssues) -> Void) {
    enclosing.append(step)
    body(&self)
    enclosing.removeLast()
  }

  /// Notes that a value breaks a rule.
  ///
  /// - Parameter step: The value below the one being checked, or nil for that one itself.
  public mutating func report(
    _ rule: ValidationRule, at step: IssueStep?, value: String = "", bound: String = "",
    _ message: String
  ) {
    issues.append(
      ValidationIssue(
        path: path(to: step), rule: rule, value: ValueText.shortened(value), bound: bound,
        message: message))
  }

  /// Notes that a rule could not be checked.
  public mutating func reportUnchecked(
    _ rule: ValidationRule, at step: IssueStep?, because reason: @autoclosure () -> String
  ) {
    guard listsUnchecked else { return }
    unchecked.append(UncheckedRule(path: path(to: step), rule: rule, reason: reason()))
  }
}

/// Trying a value against one form of several, without its issues counting as the request's.
extension ValidationIssues {
  /// An empty collector at the same place. It lists what is unchecked, since a form with unchecked
  /// rules neither fits for sure nor fails.
  public func trial() -> ValidationIssues {
    var trial = ValidationIssues(listsUnchecked: true)
    trial.enclosing = enclosing
    return trial
  }

  /// Takes over what a trial could not tell.
  public mutating func adoptUnchecked(of trial: ValidationIssues) {
    if listsUnchecked { unchecked += trial.unchecked }
  }

  /// A path as seen from the value that is being checked.
  public func relative(_ path: IssuePath) -> IssuePath {
    IssuePath(Array(path.steps.dropFirst(enclosing.count)))
  }
}
