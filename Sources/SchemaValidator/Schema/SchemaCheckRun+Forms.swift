@_spi(Generated) import ModelCore

/// The outcome of validating a value against one of several schemas.
enum TrialOutcome {
  case fits, fails
  /// Nothing is wrong, but not all could be checked.
  case unclear
}

extension ValidationIssues {
  var outcome: TrialOutcome { isEmpty ? unchecked.isEmpty ? .fits : .unclear : .fails }
}

/// `allOf`, `anyOf`, `oneOf`, `not`, and `if` with `then` and `else`.
extension SchemaCheckRun {
  mutating func check(
    _ value: JSONNode, _ forms: FormCheck, _ issues: inout ValidationIssues
  ) {
    for schema in forms.allOf { check(value, with: schema, at: nil, into: &issues) }
    if !forms.anyOf.isEmpty { checkAny(value, forms.anyOf, &issues) }
    if !forms.oneOf.isEmpty { checkOne(value, forms.oneOf, &issues) }
    if let not = forms.not {
      let trial = trial(of: value, with: not, issues)
      switch trial.outcome {
      case .fits: issues.report(.not, at: nil, value: ValueText.shown(value), "is ruled out")
      case .unclear: issues.adoptUnchecked(of: trial)
      case .fails: break
      }
    }
    if let condition = forms.condition {
      let trial = trial(of: value, with: condition, issues)
      switch trial.outcome {
      case .fits:
        if let then = forms.then { check(value, with: then, at: nil, into: &issues) }
      case .fails:
        if let otherwise = forms.otherwise { check(value, with: otherwise, at: nil, into: &issues) }
      case .unclear: issues.adoptUnchecked(of: trial)
      }
    }
  }

  private mutating func trial(
    of value: JSONNode, with schema: Int, _ issues: ValidationIssues
  ) -> ValidationIssues {
    var trial = issues.trial()
    check(value, with: schema, at: nil, into: &trial)
    return trial
  }

  private mutating func checkAny(
    _ value: JSONNode, _ schemas: [Int], _ issues: inout ValidationIssues
  ) {
    var trials: [ValidationIssues] = []
    for schema in schemas {
      let trial = trial(of: value, with: schema, issues)
      if trial.outcome == .fits { return }
      trials.append(trial)
    }
    let unclear = trials.filter { $0.outcome == .unclear }
    for trial in unclear { issues.adoptUnchecked(of: trial) }
    if unclear.isEmpty { issues.reportNoForm(.anyOf, value, trials) }
  }

  private mutating func checkOne(
    _ value: JSONNode, _ schemas: [Int], _ issues: inout ValidationIssues
  ) {
    let trials = schemas.map { trial(of: value, with: $0, issues) }
    let fitting = trials.filter { $0.outcome == .fits }.count
    let unclear = trials.filter { $0.outcome == .unclear }
    if fitting > 1 {
      issues.report(
        .oneOf, at: nil, value: ValueText.shown(value),
        "fits \(fitting) of the \(schemas.count) forms; exactly one must fit")
    } else if !unclear.isEmpty {
      for trial in unclear { issues.adoptUnchecked(of: trial) }
    } else if fitting == 0 {
      issues.reportNoForm(.oneOf, value, trials)
    }
  }
}
