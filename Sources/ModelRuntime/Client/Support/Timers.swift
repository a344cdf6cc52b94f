import ModelTransport

/// Wakes all tasks of a client that sleep, with as few sleeps of the clock as possible.
///
/// An executor keeps the timer of a cancelled sleep until the sleep would have ended: a deadline of
/// a day would be kept for a day. So no sleep of the clock is cancelled here, and none is longer
/// than ``longestSleep``. A task that stops sleeping is removed from a queue, and nothing is left of
/// it.
final class Timers: Sendable {
  /// The longest sleep of the clock, which may continue for this time after the last task has
  /// stopped sleeping.
  static var longestSleep: Duration { .seconds(10) }

  private struct State {
    var queue = TimerQueue()
    /// The moments at which a sleep of the clock ends.
    var wakes: [Duration] = []

    /// The end of the sleep that is missing; nil where one ends early enough.
    mutating func missingWake(at now: Duration) -> Duration? {
      guard let earliest = queue.earliest() else { return nil }
      let wake = min(earliest, now + Timers.longestSleep)
      if let next = wakes.min(), next <= wake { return nil }
      wakes.append(wake)
      return wake
    }
  }

  private let state = Locked(State())
  private let elapsed: @Sendable () -> Duration
  private let pause: @Sendable (Duration) async throws -> Void
  private let inBackground: ClientEnvironment.Background

  /// - Parameters:
  ///   - elapsed: The time by the clock.
  ///   - pause: Sleeps until the clock shows a time.
  ///   - inBackground: Starts the task that sleeps.
  init(
    elapsed: @escaping @Sendable () -> Duration,
    pause: @escaping @Sendable (Duration) async throws -> Void,
    inBackground: @escaping ClientEnvironment.Background
  ) {
    (self.elapsed, self.pause, self.inBackground) = (elapsed, pause, inBackground)
  }

  /// Sleeps until a moment or until the task is cancelled.
  func sleep(until moment: Duration) async throws(CancellationError) {
    let number = Locked<Int?>(nil)
    let isOver = await withTaskCancellationHandler {
      await withCheckedContinuation { (sleeper: TimerQueue.Sleeper) in
        let (isCancelled, wake) = state.withLock { state -> (Bool, Duration?) in
          if Task.isCancelled { return (true, nil) }
          let added = state.queue.add(sleeper, until: moment)
          number.withLock { $0 = added }
          return (false, state.missingWake(at: elapsed()))
        }
        if isCancelled { sleeper.resume(returning: false) }
        if let wake { inBackground { [self] in await wakeSleepers(from: wake) } }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        number.withLock { $0 }.flatMap { state.queue.remove($0) }
      }
      sleeper?.resume(returning: false)
    }
    if !isOver { throw CancellationError() }
  }

  /// Sleeps on the clock, time and again, until another sleep of it ends early enough for all.
  private func wakeSleepers(from first: Duration) async {
    var next: Duration? = first
    while let wake = next {
      // A clock that refuses to sleep leaves nothing to wait for.
      let hasSlept = (try? await pause(wake)) != nil
      let due: [TimerQueue.Sleeper]
      (due, next) = state.withLock { state in
        state.wakes.firstIndex(of: wake).map { _ = state.wakes.remove(at: $0) }
        let now = elapsed()
        let due = hasSlept ? state.queue.removeDue(at: now) : state.queue.removeAll()
        return (due, state.missingWake(at: now))
      }
      for sleeper in due { sleeper.resume(returning: hasSlept) }
    }
  }
}
