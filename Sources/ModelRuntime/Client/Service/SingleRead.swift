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
    var failures = 0
    do throws(CancellationError) {
      while true {
        switch try await read(request) {
        case .success(let json):
          return handle.mismatch(with: json).map { .failure($0) } ?? .success(json)
        case .failure(let problem):
          failures += 1
          guard problem.isRetryable else { return .failure(ModelError(problem.terminalReason)) }
          guard failures < retries.maxAttempts else {
            return .failure(ModelError(.readFailed(problem)))
          }
          let backoff = retries.delay(afterFailures: failures, random: environment.random())
          let delay = max(backoff, problem.retryAfter ?? .zero)
          if let deadline, time.now + delay > deadline {
            return .failure(ModelError(.retryAfterExceedsTimeout(after: delay, problem)))
          }
          try await time.sleep(until: time.now + delay)
        }
      }
    } catch {
      return .failure(ModelError(.cancelled))
    }
  }
}
