import ModelTransport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The requests that a server received, and the sockets that are still open.
final class ServerLog: Sendable {
  private struct State {
    var requests: [RawRequest] = []
    var open: Set<Int32> = []
    var connectionCount = 0
    var mostAtOnce = 0
    var isStopped = false
  }

  private let state = Locked(State())

  var requests: [RawRequest] { state.withLock { $0.requests } }
  var connectionCount: Int { state.withLock { $0.connectionCount } }
  var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// The number of the new connection, counted from 0; nil when the server has stopped.
  func open(_ socket: Int32) -> Int? {
    state.withLock { state in
      guard !state.isStopped else { return nil }
      state.open.insert(socket)
      state.mostAtOnce = max(state.mostAtOnce, state.open.count)
      defer { state.connectionCount += 1 }
      return state.connectionCount
    }
  }

  func record(_ request: RawRequest) { state.withLock { $0.requests.append(request) } }

  /// Closes under the lock, so that the number can't be a new connection's already.
  func close(_ socket: Int32) {
    state.withLock { state in
      if state.open.remove(socket) != nil { _ = posixClose(socket) }
    }
  }

  /// Wakes whoever reads or writes. False when that was done before.
  func stop() -> Bool {
    state.withLock { state in
      guard !state.isStopped else { return false }
      state.isStopped = true
      for socket in state.open { shutdown(socket, Int32(SHUT_RDWR)) }
      return true
    }
  }
}

/// `close` under a name that the methods called so don't hide.
private func posixClose(_ socket: Int32) -> Int32 { close(socket) }
