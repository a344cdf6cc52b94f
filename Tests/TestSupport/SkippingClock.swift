import ModelTransport

/// A clock on which every sleep is over at once and moves the time by its length. Where answers
/// come over real connections, deadlines must be off: on this clock they would be over too.
public final class SkippingClock: Clock {
  public struct Instant: InstantProtocol {
    public var offset: Duration = .zero

    public func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    public func duration(to other: Self) -> Duration { other.offset - offset }
    public static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
  }

  private let time = Locked(Instant())
  public var now: Instant { time.withLock { $0 } }
  public var minimumResolution: Duration { .zero }

  public init() {}

  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline) }
  }
}
