/// A job that was accepted. Its state follows from the time, unless it was cancelled.
struct Job {
  let model: ServedModel
  /// Whose it is.
  let token: String
  let accepted: Duration
  let outcome: MockOutcome
  let settings: OutputSettings
  let cost: Double
  var cancelled: Duration?

  enum State {
    case waiting(position: Int)
    case running
    case finished
    case cancelled

    /// The status that the status call reports. Like the service's, it doesn't tell a failure from
    /// a success.
    var statusWord: String {
      switch self {
      case .waiting: "in_queue"
      case .running: "in_progress"
      case .finished: "completed"
      case .cancelled: "cancelled"
      }
    }
  }

  func state(at now: Duration, _ pace: Pace) -> State {
    if cancelled != nil { return .cancelled }
    switch pace.stage(after: now - accepted) {
    case .waiting(let position): return .waiting(position: position)
    case .running: return .running
    case .finished: return .finished
    }
  }

  /// When it ended or will end.
  func end(_ pace: Pace) -> Duration { cancelled ?? accepted + pace.waiting + pace.running }
}
