import SchemaRules

/// Rules on what is inside a media file.
extension ValidationIssues {
  mutating func check(
    _ source: MediaSource, rules: @autoclosure () -> [MediaRule], at step: IssueStep
  ) {
    guard listsUnchecked else { return }
    for rule in rules() {
      reportUnchecked(
        ValidationRule(rawValue: rule.rule), at: step, because: "the file was not looked at")
    }
  }
}
