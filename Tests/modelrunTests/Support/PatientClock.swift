import ModelTransport

/// A clock whose time advances only when nothing else happens: sleeping tasks resume in order, once
/// all others wait. So tests are fast, and don't depend on the load of the machine.
final class PatientClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [Int: (until: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var next = 0
    /// Grows with everything that happens.
    var events = 0
    var isDriven = false
  }

  private let state = Locked(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let needsDriver = state.withLock { state in
          state.events += 1
          state.sleepers[id] = (deadline, continuation)
          defer { state.isDriven = true }
          return !state.isDriven
        }
        if Task.isCancelled { cancel(id) }
        if needsDriver { Task { await self.drive() } }
      }
    } onCancel: {
      cancel(id)
    }
  }

  private func cancel(_ id: Int) {
    let sleeper = state.withLock { state in
      state.events += 1
      return state.sleepers.removeValue(forKey: id)
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }

  /// Advances the time to the next moment at which a task wakes up.
  private func drive() async {
    while await isQuiet() {
      let (sleeper, isOver) = state.withLock { state in
        state.events += 1
        guard let next = state.sleepers.min(by: { $0.value.until < $1.value.until }) else {
          state.isDriven = false
          return (CheckedContinuation<Void, any Error>?.none, true)
        }
        state.now = max(state.now, next.value.until)
        state.sleepers[next.key] = nil
        return (next.value.continuation, false)
      }
      sleeper?.resume()
      if isOver { return }
    }
  }

  /// Returns when nothing has happened for a while.
  private func isQuiet() async -> Bool {
    var (seen, rounds) = (-1, 0)
    while rounds < 3 {
      try? await Task.sleep(for: .milliseconds(1))
      let events = state.withLock { $0.events }
      rounds = events == seen ? rounds + 1 : 0
      seen = events
    }
    return true
  }
}
