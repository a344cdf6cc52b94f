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

/// What a look at a job showed.
public struct JobUpdate: Sendable, Hashable, CustomStringConvertible {
  public let status: JobStatus
  /// Jobs before this one, while it is in the queue and the service says so.
  public let queuePosition: Int?
  /// Since the submission, or since the wait began where that is unknown.
  public let elapsed: Duration

  public init(status: JobStatus, queuePosition: Int? = nil, elapsed: Duration) {
    self.status = status
    self.queuePosition = queuePosition
    self.elapsed = elapsed
  }

  /// `in queue at 3, 2 s`.
  public var description: String {
    let place = queuePosition.map { " at \($0)" } ?? ""
    return "\(status)\(place), \(elapsed.components.seconds) s"
  }
}
