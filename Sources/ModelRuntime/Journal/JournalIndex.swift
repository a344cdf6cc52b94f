import ModelCore

/// Everything that the lines of a journal say, by job.
struct JournalIndex: Sendable {
  /// The facts about one job.
  struct Record: Sendable {
    let job: String
    let intent: JournalLine.Intent
    let time: Double
    var id: String?
    var submission = Submission.open
    var end: JournalLine.End?
    var endTime: Double?
  }

  enum Submission: Sendable, Hashable {
    /// Not known to be over. Nobody works on it any more if its writer is gone.
    case open
    case unclear(String)
    case notSubmitted(String)
    /// A person or a program gave it up.
    case abandoned
    /// The key is free again.
    case replaced
  }

  private(set) var records: [String: Record] = [:]
  /// Jobs in the order of their intents.
  private(set) var order: [String] = []
  private var byKey: [WireName: String] = [:]
  private var byHandle: [String: String] = [:]
  /// Lines about jobs that are no longer in the journal.
  private(set) var summaries: [String: JournalLine] = [:]
  private(set) var models: [String: JournalModelFacts] = [:]
  private var tallies: [CallOptions.Budget.Scope: BudgetTally] = [:]

  /// The job that a key stands for.
  func record(key: String) -> Record? { byKey[WireName(key)].flatMap { records[$0] } }

  func record(id: String, service: String) -> Record? {
    byHandle[JournalIndex.name(id, service)].flatMap { records[$0] }
  }

  /// Returns what is spent and reserved in a scope. The first call for a scope looks at every job.
  mutating func spent(in scope: CallOptions.Budget.Scope) -> Double {
    if let tally = tallies[scope] { return tally.total }
    var tally = BudgetTally(scope: scope)
    for record in records.values { tally.replace(nil, by: record) }
    for summary in summaries.values { tally.add(summary) }
    tallies[scope] = tally
    return tally.total
  }

  mutating func apply(_ line: JournalLine) {
    if case .intent(let intent) = line.event {
      guard records[line.job] == nil else { return }
      let record = Record(job: line.job, intent: intent, time: line.time)
      order.append(line.job)
      if let key = intent.key { byKey[WireName(key)] = line.job }
      store(record, insteadOf: nil)
      return
    }
    if case .summary = line.event {
      guard summaries.updateValue(line, forKey: line.job) == nil else { return }
      for scope in tallies.keys { tallies[scope]?.add(line) }
      return
    }
    guard let before = records[line.job] else { return }
    var record = before
    switch line.event {
    case .intent, .summary: break
    case .accepted(let id), .resolved(.adopt(let id)): accept(id, &record)
    case .notSubmitted(let reason): record.submission = .notSubmitted(reason)
    case .unclear(let reason): record.submission = .unclear(reason)
    case .ended(let end) where record.end == nil:
      (record.end, record.endTime) = (end, line.time)
      models[record.intent.model, default: JournalModelFacts()].add(end)
    case .ended: break
    case .resolved(.abandon): record.submission = .abandoned
    case .resolved(.resubmit): record.submission = .replaced
    }
    store(record, insteadOf: before)
  }

  private mutating func accept(_ id: String, _ record: inout Record) {
    record.id = id
    record.submission = .open
    byHandle[JournalIndex.name(id, record.intent.service)] = record.job
  }

  private mutating func store(_ record: Record, insteadOf before: Record?) {
    records[record.job] = record
    if let key = record.intent.key.map(WireName.init), byKey[key] == record.job, record.isKeyFree {
      byKey[key] = nil
    }
    for scope in tallies.keys { tallies[scope]?.replace(before, by: record) }
  }

  private static func name(_ id: String, _ service: String) -> String { "\(service) \(id)" }
}

extension JournalIndex.Record {
  /// A Boolean value that indicates whether another job may take the key.
  var isKeyFree: Bool {
    switch submission {
    case .notSubmitted, .replaced: true
    case .open, .unclear, .abandoned: false
    }
  }

  /// A Boolean value that indicates whether the job is running, or may be.
  var isUnfinished: Bool {
    switch submission {
    case .open: end == nil
    case .unclear: true
    case .notSubmitted, .replaced, .abandoned: false
    }
  }

  /// The lines that say what is known.
  var lines: [JournalLine] {
    var lines = [JournalLine(job: job, time: time, event: .intent(intent))]
    if let id { lines.append(JournalLine(job: job, time: time, event: .accepted(id: id))) }
    if case .unclear(let reason) = submission {
      lines.append(JournalLine(job: job, time: time, event: .unclear(reason: reason)))
    }
    return lines
  }
}

/// The durations and costs of the ended jobs of one model.
struct JournalModelFacts: Sendable {
  /// Seconds that jobs took, the newest last.
  private(set) var durations: [Double] = []
  /// Costs in US dollars, the newest last.
  private var costs: [Double] = []

  private static var costsKept: Int { 20 }

  /// The highest of the newest costs.
  var price: Double? { costs.max() }

  mutating func add(_ end: JournalLine.End) {
    let status = JobStatus(end.status)
    if let seconds = end.seconds, status == .succeeded || status == .completed {
      durations.append(seconds)
      if durations.count > DurationForecast.capacity { durations.removeFirst() }
    }
    if let cost = end.cost {
      costs.append(cost)
      if costs.count > JournalModelFacts.costsKept { costs.removeFirst() }
    }
  }
}
