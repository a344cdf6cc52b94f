import ModelTransport

/// The one request that costs money.
///
/// It is sent again in two cases only: when it is certain that no byte of it left this machine,
/// and when the HTTP status says that it came too soon (429) and the answer names no job. An upload
/// that broke off is reported as not submitted. Every other unclear end is reported as such, since a
/// second request could be a second job.
struct Submission: Sendable {
  let connection: ServiceConnection
  let modelID: ModelID
  let body: [UInt8]
  let options: CallOptions
  let deadline: Duration?
  /// A Boolean value that indicates whether the call goes on to wait for the job.
  let inRun: Bool
  /// Records what comes of the submission.
  var ticket: JournalTicket?

  private static var unsentTries: Int { 3 }
  private static var limits: TransportTimeouts {
    // A large body over a slow line takes as long as it takes.
    TransportTimeouts(connect: .seconds(10), total: nil, idle: .seconds(100))
  }

  private enum Verdict {
    case accepted(JobHandle)
    case over(ModelError)
    /// Nothing was submitted.
    case again(after: Duration, ModelError)
  }

  func handle() async -> Result<JobHandle, ModelError> {
    let result = await unrecordedHandle()
    // Where the answer is unknown, the request may still be under way, and records its end itself.
    if case .failure(let error) = result, error.isOutcomeKnown { await ticket?.settle(result) }
    return result
  }

  private func unrecordedHandle() async -> Result<JobHandle, ModelError> {
    guard let url = connection.address.submission(of: modelID) else {
      return .failure(ModelError(.invalidModelID(modelID)))
    }
    var request = connection.request(.post, url, limits: Submission.limits)
    request.headers.append(TransportHeader("Content-Type", "application/json"))
    request.body = body
    // The beginning of an answer is worth reading, however long it says it is.
    request.maximumBodyBytes = .max
    return await connection.time.limit(
      to: deadline, onDeadline: { .failure(Submission.late($0)) }
    ) { [request] in await submit(request) }
  }

  static var late: ModelError {
    ModelError(
      .notSent(TransportError(.timedOut, "Timed out before it was sent", nothingSent: true)))
  }

  /// What the deadline brought about, under its own name.
  private static func late(_ error: ModelError) -> ModelError {
    switch error.reason {
    case .cancelled: late
    case .submissionUnknown(.cancelled):
      ModelError(.submissionUnknown(.timedOut), handle: error.handle)
    default: error
    }
  }

  private func submit(_ request: TransportRequest) async -> Result<JobHandle, ModelError> {
    var tries = 0
    do throws(CancellationError) {
      while true {
        try await connection.limiter.waitForSubmission()
        if Task.isCancelled { throw CancellationError() }
        tries += 1
        switch await outliving(request, tries) {
        case .accepted(let handle): return .success(handle)
        case .over(let error): return .failure(error)
        case .again(let delay, let error):
          let next = connection.time.now + delay
          if let deadline, next >= deadline { return .failure(error) }
          try await connection.time.sleep(until: next)
        }
      }
    } catch {
      return .failure(ModelError(.cancelled))
    }
  }

  /// Sends the request. When the task is cancelled meanwhile, this returns at once, and the request
  /// goes on in the background for a while, so that a job that it made doesn't get lost.
  private func outliving(_ request: TransportRequest, _ tries: Int) async -> Verdict {
    guard options.submissionGrace > .zero else { return await once(request, tries) }
    let pending = PendingSubmission<Verdict>(
      time: connection.time, grace: options.submissionGrace)
    connection.environment.inBackground {
      let abandoned = await pending.run { await once(request, tries) }
      if let abandoned { await take(abandoned) }
    }
    return await pending.answer() ?? .over(ModelError(.submissionUnknown(.cancelled)))
  }

  /// Passes on a job whose submission was abandoned, and cancels it where the policy says so.
  private func take(_ abandoned: Verdict) async {
    let handle: JobHandle
    switch abandoned {
    case .accepted(let accepted): handle = accepted
    case .over(let error):
      guard case .submissionUnknown = error.reason, let named = error.handle else { return }
      handle = named
    case .again(_, let error):
      await ticket?.settle(.failure(error))
      return
    }
    options.onAbandonedJob?(handle)
    guard options.cancellationPolicy.cancelsJob(inRun: inRun) else { return }
    let outcome = try? await Cancellation(
      connection: connection, handle: handle, retries: options.retryPolicy
    ).outcome()
    if let outcome { await connection.recordEnd(by: outcome, of: handle) }
  }

  /// Sends the request once, and records what came of it before anybody learns of it.
  private func once(_ request: TransportRequest, _ tries: Int) async -> Verdict {
    let verdict = await unrecorded(request, tries)
    switch verdict {
    case .accepted(let handle): await ticket?.settle(.success(handle))
    case .over(let error): await ticket?.settle(.failure(error))
    case .again: break
    }
    return verdict
  }

  private func unrecorded(_ request: TransportRequest, _ tries: Int) async -> Verdict {
    let arriving = ArrivingAnswer()
    do throws(TransportError) {
      _ = try await connection.transport.stream(request, into: arriving)
    } catch {
      return verdict(on: error, arriving, tries)
    }
    return verdict(on: scrubbed(arriving.current), tries)
  }

  private func verdict(
    on error: TransportError, _ arriving: ArrivingAnswer, _ tries: Int
  ) -> Verdict {
    guard error.requestIncomplete, !arriving.hasBegun else {
      let partial = scrubbed(arriving.current)
      let doubt: SubmissionUncertainty =
        arriving.isCut
        ? .invalidResponse(partial) : error.kind == .cancelled ? .cancelled : .connection(error)
      return .over(unknown(doubt, RequestID(foundIn: partial, json: nil)))
    }
    switch error.kind {
    case .cancelled: return .over(ModelError(.cancelled))
    case .tls, .invalidRequest, .unavailable, .tooLarge, .sinkFailed, .badResponse:
      return .over(ModelError(.notSent(error)))
    case .couldNotResolve, .couldNotConnect, .proxy, .timedOut, .closed, .other:
      let notSent = ModelError(.notSent(error))
      return error.nothingSent && tries < Submission.unsentTries
        ? .again(after: backoff(tries), notSent) : .over(notSent)
    }
  }

  private func verdict(on answer: TransportResponse, _ tries: Int) -> Verdict {
    switch SubmissionAnswer(answer, connection.interpret(answer)) {
    case .accepted(let id): .accepted(handle(id))
    case .tooSoon(let error):
      .again(after: max(error.retryAfter ?? .zero, backoff(tries)), ModelError(.refused(error)))
    case .refused(let error, let id):
      .over(ModelError(.refused(error), handle: id.map(handle)))
    case .unclear(let doubt, let id): .over(unknown(doubt, id))
    }
  }

  private func scrubbed(_ answer: TransportResponse) -> TransportResponse {
    TransportResponse(head: answer.head, body: connection.token.scrubbed(answer.body))
  }

  private func backoff(_ tries: Int) -> Duration {
    options.retryPolicy.delay(afterFailures: tries, random: connection.environment.random())
  }

  /// An id that did come through names a job that is paid for, whatever else was lost.
  private func unknown(_ doubt: SubmissionUncertainty, _ id: RequestID?) -> ModelError {
    ModelError(.submissionUnknown(doubt), handle: id.map(handle))
  }

  private func handle(_ id: RequestID) -> JobHandle {
    JobHandle(
      id, modelID, baseURL: connection.address.description,
      submittedAt: connection.environment.date())
  }
}

extension ModelError {
  /// A Boolean value that indicates whether it is certain what came of a submission.
  fileprivate var isOutcomeKnown: Bool {
    if case .submissionUnknown = reason { handle != nil } else { true }
  }
}
