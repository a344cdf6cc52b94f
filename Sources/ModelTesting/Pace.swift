/// How jobs come along: each waits in the queue, runs, and is kept for a while.
///
/// A job's state follows from the time since its submission alone, so that ten thousand of them
/// cost no timer.
public struct Pace: Sendable, Hashable {
  /// The queue position that a job begins with; 0 for no queue.
  public var queueLength: Int
  /// How long a job stays at one position.
  public var perPosition: Duration
  /// How long it runs after that.
  public var running: Duration
  /// How long it can be asked for once it is finished. Later its id is unknown, as the service's
  /// ids are that have expired.
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

  /// Every state can be seen, and a client is done after about two seconds.
  public static let standard = Pace()

  /// Jobs are finished when they are accepted.
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
