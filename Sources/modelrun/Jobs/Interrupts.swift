import ModelRuntime
import ModelTransport
import ToolSupport

/// Signals that end the program: the first ends what is under way, and Ctrl-C once more leaves.
final class Interrupts: Sendable {
  /// Who wants the program to end.
  enum Source: Sendable {
    /// The user's Ctrl-C, which is pressed again when that takes too long.
    case user
    /// The system or another program. One end may come as several signals, so that only the first
    /// counts.
    case system
  }

  /// The way the program ends if it can't wait for work under way.
  struct Departure: Sendable {
    var code = ExitCode.interrupted
    /// The last message to print.
    var message: String?
  }

  /// A function that ends a piece of work.
  private struct Handler: Sendable {
    var first: @Sendable (Source) -> Void
    /// Ends at once what the first signal left some time; nil where that is at once already.
    var second: (@Sendable () -> Void)?
  }

  private struct State {
    var source: Source?
    var next = 0
    var handlers: [Int: Handler] = [:]
    var departure = Departure()
  }

  private let state = Locked(State())
  private let clock: any Clock<Duration>
  private let leave: @Sendable (Departure) -> Void

  /// - Parameters:
  ///   - clock: The clock that the time passes on which work is left.
  ///   - leave: Ends the program, whatever is under way.
  init(
    clock: any Clock<Duration> = ContinuousClock(),
    leave: @escaping @Sendable (Departure) -> Void = { _ in }
  ) {
    self.clock = clock
    self.leave = leave
  }

  var isRaised: Bool { state.withLock { $0.source != nil } }

  /// The way the program ends if it has to leave now.
  var departure: Departure {
    get { state.withLock { $0.departure } }
    set { state.withLock { $0.departure = newValue } }
  }

  func raise(_ source: Source = .user) {
    let (isFirst, handlers) = state.withLock { state in
      let isFirst = state.source == nil
      if isFirst { state.source = source }
      let handlers = Array(state.handlers.values)
      if !isFirst, source == .user {
        for id in state.handlers.keys { state.handlers[id]?.second = nil }
      }
      return (isFirst, handlers)
    }
    if isFirst {
      for handler in handlers { handler.first(source) }
    } else if source == .user {
      let seconds = handlers.compactMap(\.second)
      if seconds.isEmpty { leaveNow() } else { for second in seconds { second() } }
    }
  }

  /// Ends the program, whatever is under way.
  func leaveNow() { leave(departure) }

  /// Runs work that an interrupt cancels, at once or when it has had some time to end by itself.
  ///
  /// - Parameters:
  ///   - patience: The time that work has after the first signal. The second Ctrl-C ends it.
  ///   - waiting: Called when that time begins.
  func stopping<Value: Sendable>(
    after patience: Duration = .zero,
    waiting: @escaping @Sendable (Source) async -> Void = { _ in },
    _ work: @escaping @Sendable () async throws(ModelError) -> Value
  ) async -> Result<Value, ModelError> {
    let task = Task { () -> Result<Value, ModelError> in
      do throws(ModelError) {
        return .success(try await work())
      } catch {
        return .failure(error)
      }
    }
    guard patience > .zero else {
      let handler = add(Handler(first: { _ in task.cancel() }))
      defer { remove(handler) }
      return await task.value
    }
    let clock = clock
    let patient = Locked<Task<Void, Never>?>(nil)
    let handler = add(
      Handler(
        first: { source in
          let wait = Task {
            await waiting(source)
            do {
              try await clock.sleep(for: patience)
              task.cancel()
            } catch {
              // The work has ended before.
            }
          }
          patient.withLock { $0 = wait }
        }, second: { task.cancel() }))
    let result = await task.value
    remove(handler)
    let wait = patient.withLock { $0 }
    wait?.cancel()
    await wait?.value
    return result
  }

  /// Returns at the first interrupt.
  func wait() async {
    await withCheckedContinuation { continuation in
      _ = add(Handler(first: { _ in continuation.resume() }))
    }
  }

  /// A handler that comes too late is called at once.
  private func add(_ handler: Handler) -> Int {
    let (id, source) = state.withLock { state in
      state.next += 1
      state.handlers[state.next] = handler
      return (state.next, state.source)
    }
    if let source { handler.first(source) }
    return id
  }

  private func remove(_ id: Int) { state.withLock { $0.handlers[id] = nil } }
}
