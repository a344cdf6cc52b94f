extension MediaRule {
  /// The result of checking the facts about a file against a rule.
  package enum Verdict: Sendable, Hashable {
    case kept
    /// The reading that breaks the rule, for a message: `5120 × 2880 px`.
    case broken(String)
    /// The reason the rule can't be checked.
    case unknown(String)
  }

  /// Judges a file. Only what is known can break a rule, and only where every reading of it does.
  ///
  /// The service's own reading is not documented, so a doubt counts for the file: a picture that
  /// its orientation turns is measured both ways, a megabyte may be 2²⁰ bytes or 10⁶, and a bound
  /// such as 0.33 is taken to be rounded.
  package func verdict(on facts: MediaFacts) -> Verdict {
    guard let quantity, let comparison else { return .unknown("the rule is not understood") }
    switch quantity {
    case .fileSizeMB:
      return judge(facts.byteCount, comparison) { count in
        let (decimal, binary) = (Double(count) / 1_000_000, Double(count) / 1_048_576)
        return ([decimal, binary], "\(rounded(decimal)) MB")
      }
    case .widthPixels: return judgeSize(facts, comparison) { Double($0.width) }
    case .heightPixels: return judgeSize(facts, comparison) { Double($0.height) }
    case .aspectRatio:
      return judgeSize(facts, comparison) { Double($0.width) / Double(max($0.height, 1)) }
    case .durationSeconds:
      return judge(facts.duration, comparison) { ([$0], "\(rounded($0)) s") }
    case .framesPerSecond:
      return judge(facts.framesPerSecond, comparison) { ([$0], "\(rounded($0)) fps") }
    }
  }

  private func judgeSize(
    _ facts: MediaFacts, _ comparison: Comparison, _ measure: (PixelSize) -> Double
  ) -> Verdict {
    let sizes = [facts.displayed.value, facts.stored.value].compactMap(\.self)
    guard let shown = sizes.first else {
      return .unknown(facts.displayed.reason ?? facts.stored.reason ?? "the size is not known")
    }
    if sizes.contains(where: { holds(measure($0), comparison) }) { return .kept }
    // A size that could be read one way only leaves a doubt, unless a turn changes nothing.
    if sizes.count < 2, holds(measure(shown.turned), comparison) {
      return .unknown("it is not known whether the picture is shown turned")
    }
    return .broken("\(shown) px")
  }

  private func judge<Value>(
    _ fact: Fact<Value>, _ comparison: Comparison, _ readings: (Value) -> ([Double], String)
  ) -> Verdict {
    guard let value = fact.value else { return .unknown(fact.reason ?? "it is not known") }
    let (numbers, text) = readings(value)
    return numbers.contains { holds($0, comparison) } ? .kept : .broken(text)
  }

  private func holds(_ value: Double, _ comparison: Comparison) -> Bool {
    let bound = self.bound.double
    let slack = self.slack
    switch comparison {
    case .less: return value < bound + slack
    case .lessOrEqual: return value <= bound + slack
    case .greater: return value > bound - slack
    case .greaterOrEqual: return value >= bound - slack
    case .equal: return abs(value - bound) <= max(slack, 1e-9)
    }
  }

  /// Half of what the bound's last digit behind the point counts: 0.005 for 0.33, nothing for 3.
  private var slack: Double {
    guard let point = bound.text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    let digits = bound.text.utf8[point...].dropFirst().prefix { $0 &- UInt8(ascii: "0") < 10 }.count
    return (0..<digits).reduce(0.5) { slack, _ in slack / 10 }
  }

  /// Two digits behind the point at most, or as many more as tell the value from the bound that it
  /// breaks.
  private func rounded(_ value: Double) -> String {
    let bound = bound.double
    let shown =
      [100.0, 1e3, 1e4, 1e5, 1e6].lazy.map { (value * $0).rounded() / $0 }
      .first { $0 != bound } ?? value
    return shown == shown.rounded() && abs(shown) < 1e15 ? String(Int(shown)) : String(shown)
  }
}

extension ValidationIssues {
  /// The rules of a schema on what is known of a file.
  package mutating func check(_ facts: MediaFacts, rules: [MediaRule], at step: IssueStep?) {
    for rule in rules {
      let name = ValidationRule(rawValue: rule.rule)
      switch rule.verdict(on: facts) {
      case .kept: break
      case .unknown(let reason): reportUnchecked(name, at: step, because: reason)
      case .broken(let shown):
        report(
          name, at: step, value: shown, bound: rule.bound.text,
          rule.message.isEmpty
            ? "\(shown); the rule is \(rule.rule) \(rule.bound)" : "\(shown). \(rule.message)")
      }
    }
  }
}
