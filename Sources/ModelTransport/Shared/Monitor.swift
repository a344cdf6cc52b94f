/// A value that tasks wait on. Each task takes what it waits for in one atomic step.
///
/// Waiting tasks are served in order, and exactly once: either their value arrived, or their task
/// was cancelled. If the first task can't be served, none is; so all tasks of a monitor must wait
/// for the same thing.
package final class Monitor<State: Sendable>: Sendable {
  private struct Waiter {
    /// Takes what is waited for; what comes back resumes the task, outside of the lock.
    let serve: (inout State) -> (@Sendable () -> Void)?
    let abandon: @Sendable () -> Void
  }

  private struct Line {
    var state: State
    var waiters: [Int: Waiter] = [:]
    /// The numbers of waiting tasks are between the two; those with priority count downwards.
    var front = 0
    var back = 0

    mutating func add(_ waiter: Waiter, atFront: Bool) -> Int {
      if atFront {
        front -= 1
        waiters[front] = waiter
        return front
      }
      waiters[back] = waiter
      back += 1
      return back - 1
    }
  }

  private let line: Locked<Line>

  package init(_ state: State) { line = Locked(Line(state: state)) }

  /// The value as it is now.
  package var state: State { line.withLock { $0.state } }

  /// Changes the value and resumes the tasks that waited for it.
  package func change(_ body: (inout State) -> Void) {
    let resumptions = line.withLock { line -> [@Sendable () -> Void] in
      body(&line.state)
      var ready: [@Sendable () -> Void] = []
      while line.front < line.back {
        if let waiter = line.waiters[line.front] {
          guard let resume = waiter.serve(&line.state) else { break }
          ready.append(resume)
          line.waiters[line.front] = nil
        }
        line.front += 1
      }
      return ready
    }
    for resume in resumptions { resume() }
  }

  /// Waits until `take` finds what it looks for. It runs under a lock: it must be quick.
  package func wait<Value: Sendable>(
    hasPriority: Bool = false, _ take: @escaping @Sendable (inout State) -> Value?
  ) async throws(CancellationError) -> Value {
    let number = Locked<Int?>(nil)
    let value = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Value?, Never>) in
        let early = line.withLock { line -> Value?? in
          if Task.isCancelled { return .some(nil) }
          if let value = take(&line.state) { return .some(value) }
          let waiter = Waiter(
            serve: { state in
              guard let value = take(&state) else { return nil }
              return { continuation.resume(returning: value) }
            },
            abandon: { continuation.resume(returning: nil) })
          number.withLock { $0 = line.add(waiter, atFront: hasPriority) }
          return nil
        }
        if let early { continuation.resume(returning: early) }
      }
    } onCancel: {
      let waiter = line.withLock { line in
        number.withLock { $0 }.flatMap { line.waiters.removeValue(forKey: $0)?.abandon }
      }
      waiter?()
    }
    guard let value else { throw CancellationError() }
    return value
  }
}
