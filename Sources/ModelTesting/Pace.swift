/// The timing of jobs: the time in the queue, the running time, and the time a finished job is
/// kept.
///
/// A job's state follows from the time since its submission alone, so that ten thousand of them
/// cost no timer.
public struct Pace: Sendable, Hashable {
  /// The initial queue position, or 0 for no queue.
  public var queueLength: Int
  /// The time a job stays at each position.
  public var perPosition: Duration
  /// The time a job runs after it leaves the queue.
  public var running: Duration
  /// The time a finished job is kept. After that, its ID is unknown, like an expired one of the
  /// service.
  public var retention: Duration

  public init(
    queueLength: Int = 3, perPosition: Duration = .milliseconds(200),
    running: Duration = .milliseconds(900), retention: Duration = .seconds(3_600)
  ) {
    self.queueLength = max(0, queueLength)
    self.perPosition = max(.zero, perPosition)
    self.running = max(.zero, running)
    self.retention = max(.zero, retention)
  }

  /// A pace with all states visible. A client is done after about two seconds.
  public static let standard = Pace()

  /// A pace at which jobs are finished when they are accepted.
  public static let instant = Pace(queueLength: 0, perPosition: .zero, running: .zero)

  var waiting: Duration { perPosition * queueLength }

  func stage(after elapsed: Duration) -> Stage {
    if elapsed < waiting {
      let passed = Int(min(elapsed / perPosition, Double(queueLength - 1)))
      return .waiting(position: queueLength - passed)
    }
    return elapsed < waiting + running ? .running : .finished
  }

  enum Stage: Sendable, Hashable {
    case waiting(position: Int)
    case running
    case finished
  }
}
