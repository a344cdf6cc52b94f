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
    var failures = 0
    while true {
      var request = connection.request(
        .post, connection.address.cancellation(of: handle.checkedID),
        limits: TransportTimeouts(
          connect: Cancellation.patience, total: Cancellation.patience,
          idle: Cancellation.patience))
      request.body = []
      switch try await connection.read(request, hasPriority: true) {
      case .success(let json): return try await outcome(json)
      case .failure(let problem) where problem.isRetryable:
        failures += 1
        if failures >= Cancellation.tries { return .success(.unknown(problem)) }
        let delay = retries.delay(
          afterFailures: failures, random: connection.environment.random())
        try await connection.time.sleep(
          until: connection.time.now + max(delay, problem.retryAfter ?? .zero))
      case .failure(.connection(let error)): return .success(.unknown(.connection(error)))
      case .failure(let problem):
        return .failure(ModelError(problem.terminalReason, handle: handle))
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
