import ModelTransport

/// A clock on which every sleep is over at once: for tests with real connections, where nothing
/// may wait. Deadlines must be off.
final class SkippingClock: Clock {
  typealias Instant = VirtualClock.Instant

  private let time = Locked(Instant(offset: .zero))
  var now: Instant { time.withLock { $0 } }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline) }
  }
}
