/// Values that may have one of several forms.
extension ValidationIssues {
  /// `anyOf` and `oneOf`: the value fits none. One issue says what keeps it from the form that it
  /// comes nearest to.
  ///
  /// - Parameter trials: What each form found wrong, in the schema's order.
  package mutating func reportNoForm(
    _ rule: ValidationRule, _ value: JSONNode, _ trials: [ValidationIssues]
  ) {
    let shown = ValueText.shown(value)
    let typeIssues = trials.compactMap { wrongType(in: $0) }
    if typeIssues.count == trials.count {
      // Of none of the kinds: naming a nearest form would be arbitrary.
      var kinds: [String] = []
      for kind in typeIssues.flatMap(words) where !kinds.contains(kind) { kinds.append(kind) }
      report(
        rule, at: nil, value: shown, bound: kinds.joined(separator: ", "),
        "must be \(ValueText.choice(kinds.map(ValueText.withArticle))), "
          + "not \(ValueText.found(value, insteadOf: kinds))")
      return
    }
    // Forms of another kind are out; of the others the one with the fewest problems.
    let candidates = trials.filter { wrongType(in: $0) == nil }
    let values = candidates.compactMap { unknownValue(in: $0) }
    if values.count == candidates.count {
      let count = values.reduce(0) { $0 + (Int($1.bound) ?? 1) }
      reportUnknown(shown, at: nil, among: KnownValues(count: count), rule: rule)
      return
    }
    guard let nearest = candidates.min(by: { distance($0) < distance($1) }) else { return }
    var problems = nearest.issues.prefix(Self.shownOfForm).map { issue -> String in
      let path = relative(issue.path)
      return path.steps.isEmpty ? issue.message : "\(path): \(issue.message)"
    }
    let rest = nearest.issues.count - problems.count
    if rest > 0 { problems.append("and \(ValueText.counted(rest, "more problem"))") }
    let text = problems.joined(separator: "; ")
    report(
      rule, at: nil, value: shown, bound: nearest.issues.first?.rule.rawValue ?? "",
      candidates.count == 1
        ? text : "fits none of the \(trials.count) forms; for the nearest: \(text)")
  }

  /// The number of problems with the nearest alternative that one message lists.
  private static var shownOfForm: Int { 10 }

  /// The issue that says the value as a whole is of another kind.
  private func wrongType(in trial: ValidationIssues) -> ValidationIssue? {
    trial.issues.first { $0.rule == .type && relative($0.path).steps.isEmpty }
  }

  /// The issue for a value that isn't one of the known values, if that is the only issue.
  private func unknownValue(in trial: ValidationIssues) -> ValidationIssue? {
    trial.issues.first { issue in
      trial.issues.count == 1 && (issue.rule == .enum || issue.rule == .const)
        && relative(issue.path).steps.isEmpty
    }
  }

  /// Returns the distance of a value from an alternative. An unknown value counts double, because
  /// it probably identifies the alternative.
  private func distance(_ trial: ValidationIssues) -> Int {
    trial.issues.reduce(0) { $0 + ($1.rule == .enum || $1.rule == .const ? 2 : 1) }
  }

  private func words(of issue: ValidationIssue) -> [String] {
    issue.bound.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
