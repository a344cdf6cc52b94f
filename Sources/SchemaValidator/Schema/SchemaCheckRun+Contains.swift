@_spi(Generated) import ModelCore

/// `contains`, with `minContains` and `maxContains`.
extension SchemaCheckRun {
  mutating func checkContains(
    _ value: JSONNode, _ contains: ArrayCheck.Contains, _ issues: inout ValidationIssues
  ) {
    let minimum = contains.minimum ?? 1
    let marksItems = contains.evaluatesItems && marks != nil
    var doubts = issues.trial()
    var fitting = 0
    var unclear = 0
    for (index, item) in value.elements.enumerated() {
      if !marksItems, contains.maximum == nil, fitting >= minimum { return }
      var trial = issues.trial()
      check(item, with: contains.schema, at: .index(index), into: &trial)
      switch trial.outcome {
      case .fits:
        fitting += 1
        if marksItems { marks?.mark(item) }
      case .unclear:
        unclear += 1
        if marksItems { marks?.markUncertain(item) }
        doubts.adoptUnchecked(of: trial)
      case .fails: break
      }
    }
    if let maximum = contains.maximum, fitting > maximum {
      issues.report(
        .maxContains, at: nil, value: String(fitting), bound: String(maximum),
        "\(ValueText.counted(fitting, "item")) of the kind of which there may be \(maximum) at most"
      )
    } else if fitting + unclear < minimum {
      report(tooFew: fitting, minimum: minimum, isWritten: contains.minimum != nil, &issues)
    } else if fitting < minimum || fitting + unclear > contains.maximum ?? .max {
      issues.adoptUnchecked(of: doubts)
    }
  }

  private func report(
    tooFew count: Int, minimum: Int, isWritten: Bool, _ issues: inout ValidationIssues
  ) {
    guard isWritten, minimum > 1 else {
      issues.report(.contains, at: nil, "no item is of the kind of which there must be one")
      return
    }
    issues.report(
      .minContains, at: nil, value: String(count), bound: String(minimum),
      "\(ValueText.counted(count, "item")) of the kind of which there must be \(minimum) at least")
  }
}

extension ValidationRule {
  static var minContains: Self { "minContains" }
  static var maxContains: Self { "maxContains" }
}
