/// Gives what is known of the file behind a URL, or nil where nobody has looked at it.
///
/// A check never goes to the network itself. Whoever wants files behind URLs checked runs the check
/// twice: first with a lookup that knows nothing and takes down what it is asked for, and again
/// with what was found.
package typealias RemoteFileLookup = @Sendable (_ url: String) -> MediaFacts?

extension ValidationIssues {
  /// Rules on the file behind a URL, as far as it has been looked at.
  package mutating func check(
    fileBehind url: String, rules: @autoclosure () -> [MediaRule], at step: IssueStep?
  ) {
    guard listsUnchecked || remoteFile != nil else { return }
    let rules = rules()
    if rules.contains(where: \.isUnderstood), MediaReference(url) == .url,
      let facts = remoteFile?(url)
    {
      return check(facts, rules: rules, at: step)
    }
    let isUnseen = remoteFile == nil
    for rule in rules {
      reportUnchecked(
        ValidationRule(rawValue: rule.rule), at: step,
        because: rule.isUnderstood || isUnseen
          ? "what is behind a URL is not looked at" : "the rule is not understood")
    }
  }
}
