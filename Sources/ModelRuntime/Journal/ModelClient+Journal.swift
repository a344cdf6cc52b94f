/// Jobs of a journal.
extension ModelClient {
  /// The journal of the client, or `nil` if it has none.
  public var journal: JobJournal? { core.connection.journal }

  /// Returns the job of an entry of a journal, without making a call.
  ///
  /// - Parameters:
  ///   - entry: A job of a journal.
  ///   - request: The request type of the job's model.
  /// - Returns: The job. If it belongs to another model or service, its calls throw
  ///   ``ModelError/Reason/unexpectedJob(_:)``.
  /// - Throws: ``ModelError/Reason/submissionUnknown(_:)`` if no ID of the job is known.
  public func resume<Request: ModelRequest>(
    _ entry: JobJournal.Entry, of request: Request.Type
  ) throws(ModelError) -> Job<Request.Output> {
    job(for: try handle(of: entry), of: request)
  }

  /// Returns the job of an entry of a journal for a model without bindings, without making a call.
  ///
  /// - Parameter entry: A job of a journal.
  /// - Returns: The job.
  /// - Throws: ``ModelError/Reason/submissionUnknown(_:)`` if no ID of the job is known.
  public func resume(_ entry: JobJournal.Entry) throws(ModelError) -> Job<MediaOutput> {
    job(for: try handle(of: entry))
  }

  private func handle(of entry: JobJournal.Entry) throws(ModelError) -> JobHandle {
    guard let handle = entry.handle else { throw ModelError(.submissionUnknown(.earlier(entry))) }
    return handle
  }

  /// The decision of the journal about a draft.
  enum Admission: Sendable {
    /// There is no journal.
    case unrecorded
    case submit(JournalTicket)
    case join(JobHandle)
  }

  /// Records the intent to submit a draft, or finds the job of its key. While another call submits that
  /// job, this waits for it.
  func admission<Output: ModelOutput>(
    of draft: Draft<Output>, body: [UInt8], _ options: CallOptions, deadline: Duration?
  ) async throws(ModelError) -> Admission {
    guard let journal else {
      if draft.key == nil, options.budget == nil { return .unrecorded }
      throw ModelError(.journal(.missing))
    }
    let (time, environment) = (core.connection.time, core.connection.environment)
    let claim = JournalClaim(
      key: draft.key, model: draft.modelID, service: core.connection.address.description,
      body: BodyDigest.text(of: body), budget: options.budget, time: environment.timeOfDay())
    var pause = Duration.milliseconds(10)
    while true {
      switch try await outcome(of: claim, journal) {
      case .submit(let job):
        return .submit(
          JournalTicket(journal: journal, job: job, timeOfDay: environment.timeOfDay))
      case .job(let handle): return .join(handle)
      case .unknown(let entry): throw ModelError(.submissionUnknown(.earlier(entry)))
      case .wait: break
      }
      let next = time.now + pause
      if let deadline, next >= deadline { throw Submission.late }
      do throws(CancellationError) {
        try await time.sleep(until: next)
      } catch {
        throw ModelError(.cancelled)
      }
      pause = min(pause * 2, .milliseconds(500))
    }
  }

  private func outcome(
    of claim: JournalClaim, _ journal: JobJournal
  ) async throws(ModelError) -> JournalClaim.Outcome {
    do throws(JobJournal.Problem) {
      return try await journal.perform(isDurable: true) { store throws(JobJournal.Problem) in
        try claim.settle(in: &store)
      }
    } catch {
      throw ModelError(.journal(error))
    }
  }
}
