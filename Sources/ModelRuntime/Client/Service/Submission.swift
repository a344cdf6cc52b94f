import ModelTransport

/// The one request that costs money.
///
/// It is sent again in two cases only: when it is certain that it did not leave this machine whole,
/// and when the service has said that it came too soon (429). Every other unclear end is reported
/// as such, since a second request could be a second job.
struct Submission: Sendable {
  let connection: ServiceConnection
  let modelID: ModelID
  let body: [UInt8]
  let retries: ReadRetries
  let deadline: Duration?

  private static var unsentTries: Int { 3 }
  private static var limits: HTTPTimeouts {
    // A large body over a slow line takes as long as it takes.
    HTTPTimeouts(connect: .seconds(10), total: nil, idle: .seconds(100))
  }

  private enum Verdict {
    case accepted(JobHandle)
    case over(ModelError)
    /// Nothing was submitted.
    case again(after: Duration, ModelError)
  }

  func handle() async -> Result<JobHandle, ModelError> {
    guard let url = connection.address.submission(of: modelID) else {
      return .failure(ModelError(.invalidModelID(modelID)))
    }
    var request = connection.request(.post, url, limits: Submission.limits)
    request.headers.append(HTTPField("Content-Type", "application/json"))
    request.body = body
    let (result, isLate) = await connection.time.limit(to: deadline) { [request] in
      await submit(request)
    }
    switch result {
    case .failure(let error)? where isLate && error.isCancellation: return .failure(Self.late)
    case let result?: return result
    case nil: return .failure(isLate ? Self.late : ModelError(.cancelled))
    }
  }

  static var late: ModelError {
    ModelError(
      .notSent(TransportError(.timedOut, "The deadline passed before it was", nothingSent: true)))
  }

  private func submit(_ request: HTTPRequest) async -> Result<JobHandle, ModelError> {
    var tries = 0
    do throws(CancellationError) {
      while true {
        try await connection.limiter.waitForTurn()
        if Task.isCancelled { throw CancellationError() }
        tries += 1
        switch await once(request, tries) {
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

  private func once(_ request: HTTPRequest, _ tries: Int) async -> Verdict {
    let arriving = ArrivingAnswer()
    do throws(TransportError) {
      _ = try await connection.transport.stream(request, into: arriving)
    } catch {
      return verdict(on: error, arriving.current, tries)
    }
    return verdict(on: arriving.current, tries)
  }

  private func verdict(
    on error: TransportError, _ partial: HTTPResponse, _ tries: Int
  ) -> Verdict {
    guard error.requestIncomplete else {
      return .over(unknown(.connection(error), partial))
    }
    switch error.kind {
    case .cancelled: return .over(ModelError(.cancelled))
    case .tls, .invalidRequest, .unavailable, .tooLarge, .sinkFailed, .badResponse:
      return .over(ModelError(.notSent(error)))
    case .couldNotResolve, .couldNotConnect, .proxy, .timedOut, .closed, .other:
      let notSent = ModelError(.notSent(error))
      return tries < Submission.unsentTries
        ? .again(after: backoff(tries), notSent) : .over(notSent)
    }
  }

  private func verdict(on answer: HTTPResponse, _ tries: Int) -> Verdict {
    switch connection.interpret(answer) {
    case .success(let json):
      if let id = json["request_id"]?.string.flatMap(RequestID.init) {
        return .accepted(handle(id))
      }
      return .over(unknown(.unreadable(answer, connection.token), answer))
    case .failure(.service(let error)):
      switch error.category {
      case .tooManyRequests:
        return .again(
          after: max(error.retryAfter ?? .zero, backoff(tries)), ModelError(.refused(error)))
      case .unavailable: return .over(unknown(.service(error), answer))
      default: return .over(ModelError(.refused(error)))
      }
    case .failure(.unreadable), .failure(.connection):
      return .over(unknown(.unreadable(answer, connection.token), answer))
    }
  }

  private func backoff(_ tries: Int) -> Duration {
    retries.delay(afterFailures: tries, random: connection.environment.random())
  }

  /// An id that did come through names a job that is paid for, whatever else was lost.
  private func unknown(_ doubt: SubmissionDoubt, _ answer: HTTPResponse) -> ModelError {
    let isYes = (200..<300).contains(answer.status)
    let id = isYes ? RequestID(salvagedFrom: answer.body) : nil
    return ModelError(.submissionUnknown(doubt), handle: id.map(handle))
  }

  private func handle(_ id: RequestID) -> JobHandle {
    JobHandle(
      id, modelID, baseURL: connection.address.description,
      submittedAt: connection.environment.timeOfDay())
  }
}

extension SubmissionDoubt {
  fileprivate static func unreadable(_ answer: HTTPResponse, _ token: AccessToken) -> Self {
    .unreadable(
      status: answer.status, excerpt: ServiceError.excerpt(of: token.scrubbed(answer.body)))
  }
}

extension ModelError {
  var isCancellation: Bool { if case .cancelled = reason { true } else { false } }
}
