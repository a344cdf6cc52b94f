import MediaProbe
import SchemaRules

/// Rules on what is inside a media file.
extension ValidationIssues {
  /// Files whose bytes are at hand are looked at; what is behind a URL is not, since that would
  /// spend signed URLs and reach into the caller's network.
  mutating func check(
    _ source: MediaSource, rules: @autoclosure () -> [MediaRule], at step: IssueStep
  ) {
    guard let bytes = source.bytesAtHand else {
      guard listsUnchecked else { return }
      for rule in rules() {
        reportUnchecked(
          ValidationRule(rawValue: rule.rule), at: step,
          because: "what is behind a URL is not looked at")
      }
      return
    }
    let rules = rules()
    if !rules.isEmpty { check(MediaProbe.facts(of: bytes), rules: rules, at: step) }
  }
}
