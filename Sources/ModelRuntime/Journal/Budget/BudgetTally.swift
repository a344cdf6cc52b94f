/// The amount spent and reserved in one scope, kept up to date with every line.
struct BudgetTally: Sendable {
  let scope: CallOptions.Budget.Scope
  private(set) var total = 0.0

  init(scope: CallOptions.Budget.Scope) { self.scope = scope }

  mutating func replace(_ before: JournalIndex.Record?, by record: JournalIndex.Record) {
    guard counts(record) else { return }
    total += record.charge - (before?.charge ?? 0)
  }

  /// Adds the cost of jobs that are no longer in the journal, and whose keys are forgotten.
  mutating func add(_ line: JournalLine) {
    guard case .summary(let summary) = line.event, scope.keyPrefix == nil else { return }
    if let since = scope.since, line.time < since { return }
    total += summary.cost
  }

  private func counts(_ record: JournalIndex.Record) -> Bool {
    if let since = scope.since, record.time < since { return false }
    guard let prefix = scope.keyPrefix else { return true }
    return record.intent.key?.utf8.starts(with: prefix.utf8) ?? false
  }
}

extension JournalIndex.Record {
  /// The cost of the job as far as it is known, else what is reserved for it.
  var charge: Double {
    if let cost = end?.cost { return cost }
    if case .notSubmitted = submission, id == nil { return 0 }
    // Only a job that hadn't begun can be cancelled, and it isn't charged.
    if let end, JobStatus(end.status) == .cancelled { return 0 }
    return intent.reserved ?? 0
  }
}
