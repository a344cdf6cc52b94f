import ModelRuntime
import ModelTransport

/// The user's Ctrl-C: once ends what is under way, twice ends the program.
final class Interrupts: Sendable {
  private struct State {
    var count = 0
    var next = 0
    var handlers: [Int: @Sendable () -> Void] = [:]
  }

  private let state = Locked(State())
  private let leave: @Sendable () -> Void

  /// - Parameter leave: Ends the program, at the second time.
  init(leave: @escaping @Sendable () -> Void = {}) { self.leave = leave }

  var isRaised: Bool { state.withLock { $0.count > 0 } }

  func raise() {
    let (count, handlers) = state.withLock { state in
      state.count += 1
      return (state.count, Array(state.handlers.values))
    }
    if count > 1 { leave() } else { for handler in handlers { handler() } }
  }

  /// Runs work that an interrupt cancels, at once or when it has had some time to end by itself.
  func stopping<Value: Sendable>(
    after grace: Duration = .zero,
    _ work: @escaping @Sendable () async throws(ModelError) -> Value
  ) async -> Result<Value, ModelError> {
    let task = Task { () -> Result<Value, ModelError> in
      do throws(ModelError) {
        return .success(try await work())
      } catch {
        return .failure(error)
      }
    }
    let handler = add {
      guard grace > .zero else { return task.cancel() }
      Task {
        try? await Task.sleep(for: grace)
        task.cancel()
      }
    }
    defer { remove(handler) }
    return await task.value
  }

  /// Returns at the first interrupt.
  func wait() async {
    await withCheckedContinuation { continuation in _ = add { continuation.resume() } }
  }

  /// A handler that comes too late is called at once.
  private func add(_ handler: @escaping @Sendable () -> Void) -> Int {
    let (id, isLate) = state.withLock { state in
      state.next += 1
      if state.count == 0 { state.handlers[state.next] = handler }
      return (state.next, state.count > 0)
    }
    if isLate { handler() }
    return id
  }

  private func remove(_ id: Int) { state.withLock { $0.handlers[id] = nil } }
}
