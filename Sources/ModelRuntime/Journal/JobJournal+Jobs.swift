#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The jobs of a journal.
extension JobJournal {
  /// Returns the jobs of the journal, in the order of their submission.
  ///
  /// - Returns: The jobs, those that have ended included, as long as the journal keeps them.
  /// - Throws: ``Problem/unavailable(_:)`` if the journal can't be read.
  public func entries() async throws(Problem) -> [Entry] {
    try await entries { _ in true }
  }

  /// Returns the jobs that are running or being submitted, and those of which it is unknown whether
  /// they were submitted.
  ///
  ///     for entry in try await journal.unfinished() where entry.handle != nil {
  ///       let output = try await client.resume(entry).output()
  ///     }
  ///
  /// - Returns: The jobs, in the order of their submission.
  /// - Throws: ``Problem/unavailable(_:)`` if the journal can't be read.
  public func unfinished() async throws(Problem) -> [Entry] {
    try await entries(where: \.isUnfinished)
  }

  /// Returns the job that a key stands for.
  ///
  /// - Parameter key: A job key.
  /// - Returns: The job, or `nil` if the next call with the key submits one.
  /// - Throws: ``Problem/unavailable(_:)`` if the journal can't be read.
  public func entry(forKey key: String) async throws(Problem) -> Entry? {
    try await perform { store throws(Problem) in
      store.index.record(key: key).map { record in
        Entry(record, isSubmitting: store.writers.isAlive(record.intent.writer))
      }
    }
  }

  /// Decides what becomes of a job.
  ///
  /// A submission that was never answered isn't repeated until it is resolved. Look at the account's
  /// list of jobs first: if the job is there, adopt its ID.
  ///
  /// - Parameters:
  ///   - entry: The job.
  ///   - resolution: The decision.
  /// - Throws: ``Problem/notResolvable(_:)`` if the job is running or being submitted, and the decision
  ///   would submit it a second time; ``Problem/unavailable(_:)`` if the decision can't be recorded.
  public func resolve(_ entry: Entry, as resolution: Resolution) async throws(Problem) {
    try await perform(isDurable: true) { store throws(Problem) in
      guard let record = store.index.records[entry.id] else {
        throw .notResolvable("the journal has no job \(entry.id)")
      }
      let isSubmitting = store.writers.isAlive(record.intent.writer)
      try Entry(record, isSubmitting: isSubmitting).check(resolution, store.index)
      store.add(
        JournalLine(
          job: entry.id, time: Date().timeIntervalSince1970, event: .resolved(resolution)))
    }
  }

  private func entries(
    where isWanted: @escaping @Sendable (JournalIndex.Record) -> Bool
  ) async throws(Problem) -> [Entry] {
    try await perform { store throws(Problem) in
      var alive: [String: Bool] = [:]
      return store.index.order.compactMap { store.index.records[$0] }.filter(isWanted).map {
        record in
        let writer = record.intent.writer
        let isSubmitting =
          record.isAwaitingAnswer && (alive[writer] ?? store.writers.isAlive(writer))
        if record.isAwaitingAnswer { alive[writer] = isSubmitting }
        return Entry(record, isSubmitting: isSubmitting)
      }
    }
  }
}

extension JournalIndex.Record {
  /// A Boolean value that indicates whether the request may be under way.
  var isAwaitingAnswer: Bool { submission == .open && id == nil && end == nil }
}

extension JobJournal.Entry {
  /// - Parameter isSubmitting: A Boolean value that indicates whether the writer of the record runs.
  init(_ record: JournalIndex.Record, isSubmitting: Bool) {
    let modelID = ModelID(rawValue: record.intent.model)
    let submittedAt = Date(timeIntervalSince1970: record.time)
    let baseURL = URL(string: record.intent.service)
    self.init(
      id: record.job, key: record.intent.key, modelID: modelID,
      baseURL: baseURL ?? ModelClient.defaultBaseURL,
      submittedAt: submittedAt, state: record.state(isSubmitting: isSubmitting),
      handle: record.id.flatMap { id in
        baseURL.flatMap { baseURL in
          JobHandle(jobID: id, modelID: modelID, baseURL: baseURL, submittedAt: submittedAt)
        }
      },
      bodyDigest: record.intent.body, output: record.end?.output, cost: record.end?.cost,
      endedAt: record.endTime.map { Date(timeIntervalSince1970: $0) })
  }

  /// Throws if a decision could submit a job twice or mix up two jobs.
  func check(
    _ resolution: JobJournal.Resolution, _ index: JournalIndex
  ) throws(JobJournal.Problem) {
    switch (resolution, state) {
    case (_, .submitting):
      throw .notResolvable("the job is being submitted by a program that is running")
    case (.resubmit, .submitted):
      throw .notResolvable("the job is running; cancel or abandon it before it is submitted again")
    case (.adopt(let id), _):
      if RequestID(id) == nil { throw .notResolvable("\"\(id)\" isn't a valid job ID") }
      if let other = index.record(id: id, service: baseURL.absoluteString), other.job != self.id {
        throw .notResolvable("the journal has another job with the ID \(id)")
      }
      if let handle, handle.jobID != id {
        throw .notResolvable("the job has the ID \(handle.jobID)")
      }
    case (.resubmit, _), (.abandon, _): break
    }
  }
}

extension JournalIndex.Record {
  fileprivate func state(isSubmitting: Bool) -> JobJournal.State {
    if let end { return .ended(JobStatus(end.status)) }
    switch submission {
    case .abandoned, .replaced: return .abandoned
    case .notSubmitted(let reason): return .notSubmitted(reason: reason)
    case .unclear(let reason): return .unknown(reason: reason)
    case .open:
      if id != nil { return .submitted }
      return isSubmitting
        ? .submitting : .unknown(reason: "the program ended before the answer was recorded")
    }
  }
}
