/// The status of a job.
public enum JobStatus: Sendable, Hashable, CustomStringConvertible {
  /// The job waits in the queue.
  case inQueue
  /// The job is running.
  case inProgress
  /// The job has ended. Only its result tells whether it succeeded.
  case completed
  /// The job has succeeded.
  case succeeded
  /// The job has failed.
  case failed
  /// The job was cancelled.
  case cancelled
  /// A status that this version doesn't know, or an empty word for none at all. Waiting continues.
  case unknown(String)

  /// Creates a status from the service's word for it, in any of its spellings.
  public init(rawValue: String) { self.init(rawValue) }

  init(_ word: String?) {
    switch word?.lowercased() {
    case "in_queue", "queued", "pending", "waiting": self = .inQueue
    case "in_progress", "processing", "starting", "running": self = .inProgress
    case "completed": self = .completed
    case "succeeded", "success": self = .succeeded
    case "failed", "error": self = .failed
    case "cancelled", "canceled": self = .cancelled
    default: self = .unknown(word ?? "")
    }
  }

  /// The service's word for the status, such as `in_queue`.
  public var rawValue: String {
    switch self {
    case .inQueue: "in_queue"
    case .inProgress: "in_progress"
    case .completed: "completed"
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .cancelled: "cancelled"
    case .unknown(let word): word
    }
  }

  /// A Boolean value that indicates whether the job has ended.
  public var isTerminal: Bool {
    switch self {
    case .completed, .succeeded, .failed, .cancelled: true
    case .inQueue, .inProgress, .unknown: false
    }
  }

  /// The status in words, such as `in queue`.
  public var description: String {
    switch self {
    case .inQueue: "in queue"
    case .inProgress: "in progress"
    case .completed: "completed"
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .cancelled: "cancelled"
    case .unknown(let word):
      word.isEmpty
        ? "without a status" : "in the unknown status \(ServiceText.line(word, limit: 100))"
    }
  }
}

extension JobStatus: RawRepresentable, Codable {}

/// The status of a job at one moment, or the reason why it could not be read.
public struct JobUpdate: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The status. If reading failed, the last one that was read, or ``JobStatus/unknown(_:)`` with an
  /// empty word if none was read yet.
  public let status: JobStatus
  /// The number of jobs ahead in the queue, if the service tells it.
  public let queuePosition: Int?
  /// The time since the submission, or since the wait began if that is unknown.
  public let elapsed: Duration
  /// The reason why the status can't be read at the moment. The wait goes on.
  public let problem: ReadFailure?

  /// Creates an update.
  ///
  /// - Parameters:
  ///   - status: The status of the job.
  ///   - queuePosition: The number of jobs ahead in the queue.
  ///   - elapsed: The time since the submission.
  ///   - problem: The reason why the status can't be read at the moment.
  public init(
    status: JobStatus, queuePosition: Int? = nil, elapsed: Duration, problem: ReadFailure? = nil
  ) {
    self.status = status
    self.queuePosition = queuePosition
    self.elapsed = elapsed
    self.problem = problem
  }

  /// The status and the elapsed time, such as `in queue at 3, 2 s`, with the problem if there is one.
  public var description: String {
    let text = "\(state), \(elapsed.components.seconds) s"
    return problem.map { "\(text), and reading its status fails: \($0)" } ?? text
  }

  /// `in queue at 3`.
  package var state: String {
    if problem != nil, status == .unknown("") { return "in a status not read yet" }
    return "\(status)\(queuePosition.map { " at \($0)" } ?? "")"
  }
}
