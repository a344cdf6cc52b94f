import ModelTransport

/// The work of one batch, from its start until its last reference is released.
final class BatchRun<Output: ModelOutput>: Sendable {
  private struct State: Sendable {
    private var outcomes: [BatchOutcome<Output>] = []
    /// Outcomes before it were taken.
    private var first = 0
    var isOver = false

    mutating func add(_ outcome: BatchOutcome<Output>) { outcomes.append(outcome) }

    /// Takes the oldest outcome. Those that were taken are removed many at a time.
    mutating func take() -> BatchOutcome<Output>? {
      guard first < outcomes.count else { return nil }
      let outcome = outcomes[first]
      first += 1
      if first * 2 > outcomes.count {
        outcomes.removeFirst(first)
        first = 0
      }
      return outcome
    }
  }

  private let batch: Batch<Output>
  private let queue = Monitor(State())
  private let work = Locked<Task<Void, Never>?>(nil)

  init(_ batch: Batch<Output>) { self.batch = batch }

  deinit { work.withLock { $0 }?.cancel() }

  /// Starts the work, unless it was started before.
  func start() {
    let (batch, queue) = (batch, queue)
    work.withLock { work in
      guard work == nil else { return }
      work = Task {
        await batch.run { outcome in queue.change { $0.add(outcome) } }
        queue.change { $0.isOver = true }
      }
    }
  }

  /// Waits for the next outcome. A cancelled task cancels the work, whose outcomes still come.
  func next() async -> BatchOutcome<Output>? {
    let queue = queue
    return await withTaskCancellationHandler {
      // A task of its own isn't cancelled with the current one.
      await Task {
        try? await queue.wait { state -> BatchOutcome<Output>?? in
          if let outcome = state.take() { return .some(outcome) }
          return state.isOver ? .some(nil) : nil
        }
      }.value ?? nil
    } onCancel: {
      work.withLock { $0 }?.cancel()
    }
  }
}
