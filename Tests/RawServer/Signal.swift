import Dispatch
import ModelTransport

/// Something that happens once, between a test's task and a server's thread, so that neither has to
/// sleep and hope.
public final class Signal: Sendable {
  private struct State {
    var isFired = false
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Locked(State())
  private let blocked = DispatchSemaphore(value: 0)

  /// Not fired yet.
  public init() {}

  /// Lets everyone go on, now and later. Further calls do nothing.
  public func fire() {
    let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
      guard !state.isFired else { return nil }
      state.isFired = true
      defer { state.waiters = [] }
      return state.waiters
    }
    guard let waiters else { return }
    blocked.signal()
    for waiter in waiters { waiter.resume() }
  }

  /// For tasks.
  public func wait() async {
    await withCheckedContinuation { continuation in
      let isFired = state.withLock { state in
        if !state.isFired { state.waiters.append(continuation) }
        return state.isFired
      }
      if isFired { continuation.resume() }
    }
  }

  /// For threads.
  public func block() {
    blocked.wait()
    blocked.signal()
  }
}
