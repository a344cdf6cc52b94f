public import ModelTransport

/// Why a call came to nothing. Everything that goes wrong after a job was submitted carries the
/// job's handle, so that a job that is paid for can always be come back to.
public struct ModelError: Error, Sendable {
  public var reason: Reason { content.reason }
  /// The job, once there is one.
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

  public init(_ reason: Reason, handle: JobHandle? = nil) {
    content = Content(reason, handle)
  }

  public enum Reason: Sendable {
    /// The request breaks rules of its model's schema; nothing was sent.
    case invalidRequest(InvalidRequest)
    /// There is no token, or it can't be one.
    case noToken(String)
    case invalidBaseURL(String)
    case invalidModelID(ModelID)
    /// The job was not submitted: no byte of the request left this machine.
    case notSent(TransportError)
    /// Whether there is a job now, nobody here can tell. It may be charged, so the request was not
    /// sent again: look at the account's list of jobs first. Where the answer named a job after all,
    /// the error carries its handle.
    case submissionUnknown(SubmissionDoubt)
    /// The service said no.
    case refused(ServiceError)
    /// The service doesn't know the job, or no longer.
    case jobUnknown(ServiceError)
    /// The job ended without success.
    case jobFailed(JobRecord)
    case jobCancelled(JobRecord)
    /// The job has succeeded and gives nothing.
    case missingOutput(JobRecord)
    /// The job has ended, but its result can't be had.
    case resultUnavailable(ReadProblem)
    /// An answer for another job or model came. It is not passed on.
    case mismatch(String)
    /// The answer can't be read, and will not get better.
    case unreadable(ReadProblem)
    /// The deadline passed while the job went on.
    case deadlinePassed(JobUpdate)
    /// The deadline passed, and the state of the job was never learnt.
    case stateNeverRead(ReadProblem?)
    /// The service asks to be left alone for longer than the deadline allows.
    case retryTooLate(after: Duration, ReadProblem)
    /// A read failed more often than it may, or in a way that doesn't pass.
    case readFailed(ReadProblem)
    /// The task was cancelled. Nothing was submitted, unless there is a handle.
    case cancelled
    case download(DownloadProblem)
  }

  /// The same error, about a job where it names none.
  package func with(_ handle: JobHandle) -> ModelError {
    ModelError(reason, handle: self.handle ?? handle)
  }
}

/// Why it is unknown whether a job was submitted.
public enum SubmissionDoubt: Sendable, Hashable {
  /// The connection failed after the request had begun to leave.
  case connection(TransportError)
  /// The service failed in the middle of it, or its answer contradicts itself.
  case service(ServiceError)
  /// The answer says yes, and doesn't say which job.
  case unreadable(status: Int, excerpt: String)
  /// The task was cancelled before the answer came.
  case cancelled
  /// The deadline passed before the answer came.
  case deadlinePassed
}

/// Why a read gave nothing.
public enum ReadProblem: Error, Sendable, Hashable {
  case connection(TransportError)
  case service(ServiceError)
  /// The answer is no JSON, or lacks what it must have.
  case unreadable(status: Int, excerpt: String)
}
