#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// The threads that are at work inside libcurl, and their end when the process ends.
  ///
  /// `exit` runs the cleanup of the TLS library while all other threads go on. A thread that uses the
  /// library at that moment ends the process with a signal. So a handler of `exit` that runs earlier
  /// keeps every thread out of libcurl for good: it refuses new work, waits until each loop has come
  /// out of libcurl and stopped there, and until threads that are ending have gone. Requests that
  /// were under way don't return.
  final class CurlThreads: Sendable {
    static let shared = CurlThreads()

    private struct Worker {
      var thread: BackgroundThread.Handle?
      let stop: @Sendable () -> Void
    }

    private struct State {
      var process = getpid()
      var isEnding = false
      var isOver = false
      var openings = 0
      var nextID = 0
      var workers: [Int: Worker] = [:]
      /// The thread that ended last. It is joined by the next one, and by the handler of `exit`.
      var ended: BackgroundThread.Handle?
    }

    private let state = Locked(State())

    static var processIsEnding: TransportError {
      TransportError(.unavailable, "the process is ending", nothingSent: true)
    }

    /// Runs the opening of the library; an end of the process waits for it.
    func opening<Value>(
      _ body: () throws(TransportError) -> Value
    ) throws(TransportError) -> Value {
      let isEnding = state.withLock { state in
        if !state.isEnding { state.openings += 1 }
        return state.isEnding
      }
      if isEnding { throw Self.processIsEnding }
      defer { state.withLock { $0.openings -= 1 } }
      return try body()
    }

    /// Registers the handler twice: where two threads call `exit`, each takes the next handler, and
    /// the second must not get ahead of the first.
    func registerExitHandler() {
      for _ in 0..<2 { atexit { CurlThreads.shared.endAll() } }
    }

    /// Starts a thread whose body is given an id for ``park(_:)``.
    ///
    /// - Parameter stop: Called when the process ends; the body must then park soon.
    func start(
      stop: @escaping @Sendable () -> Void, _ body: @escaping @Sendable (Int) -> Void
    ) throws(TransportError) {
      let id = state.withLock { state -> Int? in
        guard !state.isEnding else { return nil }
        state.nextID += 1
        state.workers[state.nextID] = Worker(stop: stop)
        return state.nextID
      }
      guard let id else { throw Self.processIsEnding }
      let isRunning = BackgroundThread.start(isJoinable: true) {
        self.state.withLock { $0.workers[id]?.thread = .current }
        body(id)
        self.end(id)
      }
      guard !isRunning else { return }
      state.withLock { $0.workers[id] = nil }
      throw TransportError(.unavailable, "the system has no thread left", nothingSent: true)
    }

    /// Stops the calling thread where it is until the process is gone. Unlike a return, this runs
    /// none of the TLS library's code for threads that end.
    func park(_ id: Int) -> Never {
      state.withLock { $0.workers[id] = nil }
      while true { pause() }
    }

    /// The calling thread's last step. What the system does after it may still use the TLS library.
    private func end(_ id: Int) {
      let previous = state.withLock { state in
        defer { state.ended = .current }
        state.workers[id] = nil
        return state.ended
      }
      previous?.join()
    }

    private func endAll() {
      let (isFirst, stops) = state.withLock { state -> (Bool, [@Sendable () -> Void]) in
        // A forked child has none of the threads.
        guard state.process == getpid(), !state.isOver else { return (false, []) }
        // Where `exit` was called on a loop's own thread, that won't return into libcurl.
        state.workers = state.workers.filter { $0.value.thread != .current }
        defer { state.isEnding = true }
        return (!state.isEnding, state.workers.values.map(\.stop))
      }
      for stop in stops { stop() }
      guard isFirst else { return waitUntil { $0.isOver || $0.process != getpid() } }
      waitUntil { $0.workers.isEmpty && $0.openings == 0 }
      state.withLock { $0.ended }?.join()
      state.withLock { $0.isOver = true }
    }

    /// Waits for a few milliseconds as a rule, and never for longer than a few seconds.
    private func waitUntil(_ isTrue: @escaping (inout State) -> Bool) {
      for _ in 0..<20_000 {
        if state.withLock({ isTrue(&$0) }) { return }
        usleep(250)
      }
    }
  }
#endif
