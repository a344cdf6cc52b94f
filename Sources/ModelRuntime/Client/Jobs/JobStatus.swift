/// How far a job is, in the service's words and the many spellings of them.
public enum JobStatus: Sendable, Hashable, CustomStringConvertible {
  case inQueue
  case inProgress
  /// Finished, one way or the other: only the result tells whether it went well.
  case completed
  case succeeded
  case failed
  case cancelled
  /// A word that these bindings don't know, or none at all. Waiting goes on.
  case unknown(String)

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

  /// Nothing comes after it.
  public var isTerminal: Bool {
    switch self {
    case .completed, .succeeded, .failed, .cancelled: true
    case .inQueue, .inProgress, .unknown: false
    }
  }

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

/// What a look at a job showed, or why it showed nothing.
public struct JobUpdate: Sendable, Hashable, CustomStringConvertible {
  /// The status; where reading failed the last one that was read, and ``JobStatus/unknown(_:)``
  /// with an empty word where none was read yet.
  public let status: JobStatus
  /// Jobs before this one, while it is in the queue and the service says so.
  public let queuePosition: Int?
  /// Since the submission, or since the wait began where that is unknown.
  public let elapsed: Duration
  /// The reason why the status can't be read at the moment. The wait goes on.
  public let problem: ReadFailure?

  /// Creates an update.
  public init(
    status: JobStatus, queuePosition: Int? = nil, elapsed: Duration, problem: ReadFailure? = nil
  ) {
    self.status = status
    self.queuePosition = queuePosition
    self.elapsed = elapsed
    self.problem = problem
  }

  /// `in queue at 3, 2 s`; behind it, where reading fails, the reason.
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
