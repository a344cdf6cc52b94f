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

  /// A failed attempt has submitted nothing.
  private typealias Verdict = Attempt<Result<JobHandle, ModelError>>

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
      .notSent(TransportError(.timedOut, "timed out before it was sent", nothingSent: true)))
  }

  /// Returns the error to report for a submission whose deadline passed.
  private static func late(_ error: ModelError) -> ModelError {
    switch error.reason {
    case .cancelled: late
    case .submissionUnknown(.cancelled):
      ModelError(.submissionUnknown(.timedOut), handle: error.handle)
    default: error
    }
  }

  private func submit(_ request: TransportRequest) async -> Result<JobHandle, ModelError> {
    do throws(CancellationError) {
      return try await connection.retrying(options.retryPolicy, until: deadline) {
        () async throws(CancellationError) -> Verdict in
        try await connection.limiter.waitForSubmission()
        if Task.isCancelled { throw CancellationError() }
        return await outliving(request)
      }
    } catch {
      return .failure(ModelError(.cancelled))
    }
  }

  /// Sends the request. When the task is cancelled meanwhile, this returns at once, and the request
  /// goes on in the background for a while, so that a job that it made doesn't get lost.
  private func outliving(_ request: TransportRequest) async -> Verdict {
    guard options.submissionGrace > .zero else { return await once(request) }
    let pending = PendingSubmission<Verdict>(
      time: connection.time, grace: options.submissionGrace)
    connection.environment.inBackground {
      let abandoned = await pending.run { await once(request) }
      if let abandoned { await take(abandoned) }
    }
    return await pending.answer()
      ?? .last(.failure(ModelError(.submissionUnknown(.cancelled))))
  }

  /// Passes on a job whose submission was abandoned, and cancels it where the policy says so.
  private func take(_ abandoned: Verdict) async {
    let handle: JobHandle
    switch abandoned {
    case .last(.success(let accepted)): handle = accepted
    case .last(.failure(let error)):
      guard case .submissionUnknown = error.reason, let named = error.handle else { return }
      handle = named
    case .failed(let failure):
      await ticket?.settle(failure.value)
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
  private func once(_ request: TransportRequest) async -> Verdict {
    let verdict = await unrecorded(request)
    if case .last(let result) = verdict { await ticket?.settle(result) }
    return verdict
  }

  private func unrecorded(_ request: TransportRequest) async -> Verdict {
    let arriving = ArrivingAnswer()
    do throws(TransportError) {
      _ = try await connection.transport.stream(request, into: arriving)
    } catch {
      return verdict(on: error, arriving)
    }
    return verdict(on: scrubbed(arriving.current))
  }

  private func verdict(on error: TransportError, _ arriving: ArrivingAnswer) -> Verdict {
    guard error.requestIncomplete, !arriving.hasBegun else {
      let partial = scrubbed(arriving.current)
      let doubt: SubmissionUncertainty =
        arriving.isCut
        ? .invalidResponse(partial) : error.kind == .cancelled ? .cancelled : .connection(error)
      return .last(unknown(doubt, RequestID(foundIn: partial, json: nil)))
    }
    switch error.kind {
    case .cancelled: return .last(.failure(ModelError(.cancelled)))
    case .tls, .invalidRequest, .unavailable, .tooLarge, .sinkFailed, .badResponse:
      return .last(.failure(ModelError(.notSent(error))))
    case .couldNotResolve, .couldNotConnect, .proxy, .timedOut, .closed, .other:
      return .failed(
        .init(
          value: .failure(ModelError(.notSent(error))),
          maxAttempts: error.nothingSent ? Submission.unsentTries : 1))
    }
  }

  private func verdict(on answer: TransportResponse) -> Verdict {
    switch SubmissionAnswer(answer, connection.interpret(answer)) {
    case .accepted(let id): .last(.success(handle(id)))
    case .tooSoon(let error):
      .failed(.init(value: .failure(ModelError(.refused(error))), retryAfter: error.retryAfter))
    case .refused(let error, let id):
      .last(.failure(ModelError(.refused(error), handle: id.map(handle))))
    case .unclear(let doubt, let id): .last(unknown(doubt, id))
    }
  }

  private func scrubbed(_ answer: TransportResponse) -> TransportResponse {
    TransportResponse(head: answer.head, body: connection.token.scrubbed(answer.body))
  }

  /// An id that did come through names a job that is paid for, whatever else was lost.
  private func unknown(_ doubt: SubmissionUncertainty, _ id: RequestID?) -> Result<
    JobHandle, ModelError
  > {
    .failure(ModelError(.submissionUnknown(doubt), handle: id.map(handle)))
  }

  private func handle(_ id: RequestID) -> JobHandle {
    JobHandle(
      id, modelID, baseURL: connection.address.url,
      submittedAt: connection.environment.date())
  }
}

extension ModelError {
  /// A Boolean value that indicates whether it is certain what came of a submission.
  fileprivate var isOutcomeKnown: Bool {
    if case .submissionUnknown = reason { handle != nil } else { true }
  }
}
