/// Collects everything that is wrong with a request, in one go.
///
/// Emitted code and the check of a plain JSON body call the same methods on it, so that a rule
/// means one thing. A request that is right costs no allocation.
///
/// After ``limit`` issues the checks stop, and one more issue says so: a body of a million wrong
/// items has no million messages. Checks of many values look at ``isFull`` before each.
@_spi(Generated) public struct ValidationIssues: Sendable {
  /// The number of issues, and of unchecked rules, that are listed one by one.
  package static var limit: Int { 500 }

  /// The violated rules, in the order of the checks. If there are more than ``limit``, the last
  /// issue says that checking stopped.
  package private(set) var issues: [ValidationIssue] = []
  /// The rules that couldn't be checked, if ``listsUnchecked`` is `true`. If there are more than
  /// ``limit``, the last entry says so.
  package private(set) var unchecked: [UncheckedRule] = []
  /// A Boolean value that indicates whether to list rules that can't be checked, which takes time.
  package let listsUnchecked: Bool
  /// Returns the facts about files behind URLs, or `nil` if they aren't fetched.
  package let remoteFile: RemoteFileLookup?

  private var enclosing: [IssueStep] = []

  /// - Parameter remoteFile: Asked for every file behind a URL that has rules which are understood.
  package init(listsUnchecked: Bool = false, remoteFile: RemoteFileLookup? = nil) {
    self.listsUnchecked = listsUnchecked
    self.remoteFile = remoteFile
  }

  package var isEmpty: Bool { issues.isEmpty }

  /// A Boolean value that indicates whether there are more issues than are listed, so that further
  /// checks add nothing.
  package var isFull: Bool { issues.count > Self.limit }

  /// The path of a value below the one that is being checked.
  package func path(to step: IssueStep?) -> IssuePath {
    IssuePath(step.map { enclosing + [$0] } ?? enclosing)
  }

  /// Checks what is inside a value: paths reported by `body` begin with `step`.
  package mutating func nested(at step: IssueStep, _ body: (inout ValidationIssues) -> Void) {
    enclosing.append(step)
    body(&self)
    enclosing.removeLast()
  }

  /// Notes that a value breaks a rule.
  ///
  /// - Parameter step: The value below the one being checked, or nil for that one itself.
  package mutating func report(
    _ rule: ValidationRule, at step: IssueStep?, value: String = "", bound: String = "",
    _ message: String
  ) {
    guard issues.count < Self.limit else {
      if !isFull { issues.append(Self.stopped) }
      return
    }
    issues.append(
      ValidationIssue(
        path: path(to: step), rule: rule, value: ValueText.shortened(value), bound: bound,
        message: message))
  }

  /// Notes that a rule could not be checked.
  package mutating func reportUnchecked(
    _ rule: ValidationRule, at step: IssueStep?, because reason: @autoclosure () -> String
  ) {
    guard listsUnchecked else { return }
    adopt(UncheckedRule(path: path(to: step), rule: rule, reason: reason()))
  }

  private mutating func adopt(_ rule: UncheckedRule) {
    guard unchecked.count < Self.limit else {
      if unchecked.count == Self.limit { unchecked.append(Self.moreUnchecked) }
      return
    }
    unchecked.append(rule)
  }
}

/// The entry that stands for all issues that aren't listed.
extension ValidationIssues {
  private static var stopped: ValidationIssue {
    ValidationIssue(
      path: IssuePath([]), rule: .issueLimit, bound: String(limit),
      message: "more than \(limit) problems; the rest was not checked")
  }

  private static var moreUnchecked: UncheckedRule {
    UncheckedRule(
      path: IssuePath([]), rule: .issueLimit,
      reason: "more than \(limit) rules could not be checked; the rest is not listed")
  }

  /// The number of issues in words: `3 problems`, `more than 500 problems`.
  package static func counted(_ issues: [ValidationIssue]) -> String {
    issues.last?.rule == .issueLimit
      ? "more than \(limit) problems" : ValueText.counted(issues.count, "problem")
  }
}

/// Taking back what a look at the file itself has settled.
extension ValidationIssues {
  /// Removes issues that turned out to be none.
  package mutating func removeIssues(where isSettled: (ValidationIssue) -> Bool) {
    issues.removeAll(where: isSettled)
  }

  /// Removes rules that were checked after all.
  package mutating func removeUnchecked(where isSettled: (UncheckedRule) -> Bool) {
    unchecked.removeAll(where: isSettled)
  }
}

/// Trying a value against one form of several, without its issues counting as the request's.
extension ValidationIssues {
  /// An empty collector at the same place. It lists what is unchecked, since a form with unchecked
  /// rules neither fits for sure nor fails.
  package func trial() -> ValidationIssues {
    var trial = ValidationIssues(listsUnchecked: true)
    trial.enclosing = enclosing
    return trial
  }

  /// Takes over what a trial could not tell.
  package mutating func adoptUnchecked(of trial: ValidationIssues) {
    guard listsUnchecked else { return }
    for rule in trial.unchecked { adopt(rule) }
  }

  /// A path as seen from the value that is being checked.
  package func relative(_ path: IssuePath) -> IssuePath {
    IssuePath(Array(path.steps.dropFirst(enclosing.count)))
  }
}
