import ModelCore
import ModelTransport

/// Asks the service to cancel a job, within a few seconds, and believes only what it says.
struct Cancellation: Sendable {
  let connection: ServiceConnection
  let handle: JobHandle
  let retries: RetryPolicy

  private static var patience: Duration { .seconds(5) }
  private static var tries: Int { 3 }

  func outcome() async throws(ModelError) -> CancelOutcome {
    let deadline = connection.time.now + Cancellation.patience
    let result = await connection.time.limit(
      to: deadline, onDeadline: { _ in .success(.unknown(nil)) }
    ) {
      do throws(CancellationError) {
        return try await ask()
      } catch {
        return .failure(ModelError(.cancelled, handle: handle))
      }
    }
    return try result.get()
  }

  private func ask() async throws(CancellationError) -> Result<CancelOutcome, ModelError> {
    let patience = Cancellation.patience
    var request = connection.request(
      .post, connection.address.cancellation(of: handle.checkedID),
      limits: TransportTimeouts(connect: patience, total: patience, idle: patience))
    request.body = []
    return try await connection.retrying(retries) {
      () async throws(CancellationError) -> Attempt<Result<CancelOutcome, ModelError>> in
      switch try await connection.read(request, hasPriority: true) {
      case .success(let json): return .last(try await outcome(json))
      case .failure(let problem) where problem.isRetryable:
        return .failed(
          .init(
            value: .success(.unknown(problem)), maxAttempts: Cancellation.tries,
            retryAfter: problem.retryAfter))
      case .failure(.connection(let error)): return .last(.success(.unknown(.connection(error))))
      case .failure(let problem):
        return .last(.failure(ModelError(problem.terminalReason, handle: handle)))
      }
    }
  }

  private func outcome(
    _ json: JSONValue
  ) async throws(CancellationError) -> Result<CancelOutcome, ModelError> {
    if let mismatch = handle.mismatch(with: json) { return .failure(mismatch) }
    switch json["outcome"]?.string?.lowercased() {
    case "cancelled", "canceled": return .success(.cancelled)
    case "not_cancellable", "not_cancelable": return .success(try await whyNot())
    default:
      if JobStatus(json["status"]?.string) == .cancelled { return .success(.cancelled) }
      let excerpt = ServiceError.excerpt(of: Array(json.description.utf8))
      return .success(.unknown(.invalidResponse(status: 200, excerpt: excerpt)))
    }
  }

  /// Running, or ended already: one look at the result tells.
  private func whyNot() async throws(CancellationError) -> CancelOutcome {
    let request = connection.request(
      .get, connection.address.result(of: handle.checkedID), limits: ServiceConnection.readLimits)
    guard case .success(let json) = try await connection.read(request, hasPriority: true),
      handle.mismatch(with: json) == nil
    else { return .notCancellable }
    let record = JobRecord(json)
    if record.status == .cancelled { return .cancelled }
    return record.status.isTerminal ? .alreadyFinished(record) : .notCancellable
  }
}

/// The outcome of asking the service to cancel a job.
public enum CancelOutcome: Sendable, Hashable, Codable {
  /// The job will not run.
  case cancelled
  /// The job is already running. It continues, and is charged.
  case notCancellable
  /// The job had already ended, with this record.
  case alreadyFinished(JobRecord)
  /// The service didn't answer in time, or its answer doesn't say.
  case unknown(ReadFailure?)
}
