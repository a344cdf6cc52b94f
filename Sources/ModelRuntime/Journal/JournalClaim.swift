/// A request for the right to submit a job.
struct JournalClaim: Sendable {
  /// The outcome of a claim.
  enum Outcome: Sendable {
    /// The job may be submitted; this is its name in the journal.
    case submit(job: String)
    /// The key stands for this job.
    case job(JobHandle)
    /// Somebody else submits the job of the key at the moment.
    case wait
    /// It is unknown whether the job of the key was submitted.
    case unknown(JobJournal.Entry)
  }

  let key: String?
  let model: ModelID
  let service: String
  let body: String
  let budget: CallOptions.Budget?
  /// The date in seconds since 1970.
  let time: Double

  private static var maximumKeyBytes: Int { 1_024 }

  /// Looks for the job of the key, and records the intent to submit one if there is none. Both happen
  /// under the lock of the journal, so that no two processes submit a job with one key.
  func settle(in store: inout JournalStore) throws(JobJournal.Problem) -> Outcome {
    if let key {
      guard (1...JournalClaim.maximumKeyBytes).contains(key.utf8.count) else { throw .invalidKey }
      if let record = store.index.record(key: key) { return try join(record, key, store) }
    }
    let facts = store.index.models[model.rawValue]
    let reserved: Double?
    if let budget {
      reserved = try budget.reservation(
        for: model, earlier: facts?.price, spent: store.spent(in: budget.scope))
    } else {
      // A budget of another call may count this job.
      reserved = facts?.price
    }
    let job = JournalName.random()
    let intent = JournalLine.Intent(
      key: key, model: model.rawValue, service: service, body: body, writer: try store.writer(),
      reserved: reserved)
    store.add(JournalLine(job: job, time: time, event: .intent(intent)))
    return .submit(job: job)
  }

  private func join(
    _ record: JournalIndex.Record, _ key: String, _ store: JournalStore
  ) throws(JobJournal.Problem) -> Outcome {
    let intent = record.intent
    if !intent.model.isSameOnWire(as: model.rawValue) {
      throw .keyInUse(key: key, difference: "one of the model \(intent.model), not of \(model)")
    }
    if intent.service != service {
      throw .keyInUse(key: key, difference: "one at \(intent.service), not at \(service)")
    }
    if intent.body != body {
      throw .keyInUse(key: key, difference: "its request body differs from this one")
    }
    let entry = JobJournal.Entry(record, isSubmitting: store.writers.isAlive(intent.writer))
    if record.submission == .abandoned { throw .abandoned(key: key) }
    if let handle = entry.handle { return .job(handle) }
    return entry.state == .submitting ? .wait : .unknown(entry)
  }
}
