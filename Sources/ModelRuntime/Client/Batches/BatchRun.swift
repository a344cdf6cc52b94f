import ModelTransport

/// The work of one batch, from its start until its last reference is released.
final class BatchRun<Output: ModelOutput>: Sendable {
  private struct State: Sendable {
    var outcomes: [BatchOutcome<Output>] = []
    var isOver = false
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
        await batch.run { outcome in queue.change { $0.outcomes.append(outcome) } }
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
          if !state.outcomes.isEmpty { return .some(state.outcomes.removeFirst()) }
          return state.isOver ? .some(nil) : nil
        }
      }.value ?? nil
    } onCancel: {
      work.withLock { $0 }?.cancel()
    }
  }
}
