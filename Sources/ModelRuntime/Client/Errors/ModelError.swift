public import ModelTransport

/// An error thrown by a ``ModelClient`` operation.
///
/// Every error that occurs after a job was submitted carries the job's handle, so that you can always
/// resume a job you were charged for. A cancelled task throws an error that says so:
///
///     do {
///       let output = try await client.run(request)
///     } catch where error.isCancellation {
///       return
///     }
///
/// Inside a closure, such as that of a task, write `do throws(ModelError)`, since the compiler doesn't
/// infer there which errors are thrown.
public struct ModelError: Error, Sendable {
  /// The reason for the error.
  public var reason: Reason { content.reason }
  /// The handle of the job, or `nil` if no job was submitted as far as is known.
  public var handle: JobHandle? { content.handle }

  /// One reference, however much there is to tell: optimized code of Swift 6.3 hands larger typed
  /// errors of async functions on damaged.
  private let content: Content

  private final class Content: Sendable {
    let reason: Reason
    let handle: JobHandle?

    init(_ reason: Reason, _ handle: JobHandle?) {
      self.reason = reason
      self.handle = handle
    }
  }

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - reason: The reason for the error.
  ///   - handle: The job that the error is about.
  public init(_ reason: Reason, handle: JobHandle? = nil) {
    content = Content(reason, handle)
  }

  /// The reason for an error.
  public enum Reason: Sendable, Hashable {
    /// The request breaks rules of its model's schema; nothing was sent.
    case invalidRequest(InvalidRequest)
    /// The token is missing or isn't valid.
    case missingToken(String)
    /// The base URL isn't valid.
    case invalidBaseURL(String)
    /// The model ID isn't valid.
    case invalidModelID(ModelID)
    /// The job was not submitted: no byte of the request left this machine.
    case notSent(TransportError)
    /// It is unknown whether the job was submitted. It may be charged, so the request was not sent
    /// again: check the account's list of jobs first. If the answer named a job after all, the error
    /// carries its handle.
    case submissionUnknown(SubmissionUncertainty)
    /// The service refused the request.
    case refused(ServiceError)
    /// The service doesn't know the job, or no longer does.
    case jobUnknown(ServiceError)
    /// The job failed.
    case jobFailed(JobRecord)
    /// The job was cancelled.
    case jobCancelled(JobRecord)
    /// The job succeeded without an output.
    case emptyOutput(JobRecord)
    /// The job has ended, but its result isn't available.
    case resultUnavailable(ReadFailure)
    /// The handle or an answer of the service is for another job, model or service than expected.
    case unexpectedJob(String)
    /// The service's answer isn't valid.
    case invalidResponse(ReadFailure)
    /// The timeout passed while the job went on.
    case timedOut(JobUpdate)
    /// The timeout passed before the job's status was read.
    case timedOutBeforeFirstStatus(ReadFailure?)
    /// The service asks to retry later than the timeout allows.
    case retryAfterExceedsTimeout(after: Duration, ReadFailure)
    /// Reading failed as often as the retry policy allows, or in a way that isn't transient.
    case readFailed(ReadFailure)
    /// The journal, the job key or the budget keeps the job from being submitted. Nothing was sent.
    case journal(JobJournal.Problem)
    /// The task was cancelled. Nothing was submitted, unless there is a handle.
    case cancelled
    /// A file could not be downloaded.
    case download(DownloadError)
  }

  /// Returns the error with a job's handle, if it has none yet.
  package func with(_ handle: JobHandle) -> ModelError {
    ModelError(reason, handle: self.handle ?? handle)
  }
}

/// The reason why it is unknown whether a job was submitted.
public enum SubmissionUncertainty: Error, Sendable, Hashable {
  /// The connection failed after the request had begun to leave.
  case connection(TransportError)
  /// The service failed while it handled the request, or its answer contradicts itself.
  case service(ServiceError)
  /// The answer doesn't say which job was submitted.
  case invalidResponse(status: Int, excerpt: String)
  /// The task was cancelled before the answer came.
  case cancelled
  /// The timeout passed before the answer came.
  case timedOut
  /// An earlier submission with the same job key was never answered. This call sent nothing.
  case earlier(JobJournal.Entry)
}

/// The reason why reading from the service failed.
public enum ReadFailure: Error, Sendable, Hashable, Codable {
  /// The connection failed.
  case connection(TransportError)
  /// The service answered with an error.
  case service(ServiceError)
  /// The answer isn't JSON, or a required member is missing.
  case invalidResponse(status: Int, excerpt: String)
}

extension ModelError: Hashable {
  /// Returns a Boolean value that indicates whether two errors have the same reason and handle.
  public static func == (left: Self, right: Self) -> Bool {
    left.reason == right.reason && left.handle == right.handle
  }

  /// Hashes the reason and the handle.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(reason)
    hasher.combine(handle)
  }
}
