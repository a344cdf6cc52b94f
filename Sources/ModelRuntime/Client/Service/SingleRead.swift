import ModelCore
import ModelTransport

extension ServiceConnection {
  static var readLimits: TransportTimeouts {
    TransportTimeouts(connect: .seconds(10), total: .seconds(30), idle: .seconds(30))
  }

  /// A result may hold whole files, which take their time over a slow connection.
  static var resultLimits: TransportTimeouts {
    TransportTimeouts(connect: .seconds(10), total: .seconds(120), idle: .seconds(30))
  }

  /// One answer about a job, asked for a few times should reading fail.
  func answer(
    _ url: String, about handle: JobHandle, options: CallOptions,
    limits: TransportTimeouts = readLimits, maximumBytes: Int = maximumAnswerBytes
  ) async throws(ModelError) -> JSONValue {
    let deadline = options.deadline(from: time.now)
    let result = await time.limit(
      to: deadline, onDeadline: { _ in .failure(ModelError(.timedOutBeforeFirstStatus(nil))) }
    ) {
      await attempts(
        request(.get, url, limits: limits, maximumBytes: maximumBytes), about: handle,
        options.retryPolicy, deadline)
    }
    do throws(ModelError) {
      return try result.get()
    } catch {
      throw error.with(handle)
    }
  }

  private func attempts(
    _ request: TransportRequest, about handle: JobHandle, _ retries: RetryPolicy,
    _ deadline: Duration?
  ) async -> Result<JSONValue, ModelError> {
    do throws(CancellationError) {
      return try await retrying(retries, until: deadline) {
        () async throws(CancellationError) -> Attempt<Result<JSONValue, ModelError>> in
        switch try await read(request) {
        case .success(let json):
          return .last(handle.mismatch(with: json).map { .failure($0) } ?? .success(json))
        case .failure(let problem) where problem.isRetryable:
          return .failed(
            .init(
              value: .failure(ModelError(.readFailed(problem))), maxAttempts: retries.maxAttempts,
              retryAfter: problem.retryAfter,
              late: { .failure(ModelError(.retryAfterExceedsTimeout(after: $0, problem))) }))
        case .failure(let problem): return .last(.failure(ModelError(problem.terminalReason)))
        }
      }
    } catch {
      return .failure(ModelError(.cancelled))
    }
  }
}
