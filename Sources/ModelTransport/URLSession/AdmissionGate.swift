#if canImport(Darwin) || URLSESSION_ON_LINUX
  #if URLSESSION_ON_LINUX
    import ModelTransport
  #endif

  /// Limits the number of concurrent requests to a host. URLSession counts the wait for a
  /// connection as part of a request's time limit; this wait doesn't count.
  actor AdmissionGate {
    private let limit: Int
    private var running: [HTTPOrigin: Int] = [:]
    private var waiting: [HTTPOrigin: [(id: Int, admit: CheckedContinuation<Bool, Never>)]] = [:]
    private var nextID = 0

    init(limit: Int) { self.limit = limit }

    /// Waits for admission. Returns `true` if the caller may continue and must call `leave`, and
    /// `false` if its task was cancelled.
    func enter(_ origin: HTTPOrigin) async -> Bool {
      guard !Task.isCancelled else { return false }
      guard running[origin, default: 0] >= limit else {
        running[origin, default: 0] += 1
        return true
      }
      let id = nextID
      nextID += 1
      return await withTaskCancellationHandler {
        await withCheckedContinuation { continuation in
          waiting[origin, default: []].append((id, continuation))
        }
      } onCancel: {
        // Runs after the line above, since both run on this actor.
        Task { await self.giveUp(id, origin) }
      }
    }

    func leave(_ origin: HTTPOrigin) {
      if var line = waiting[origin], !line.isEmpty {
        let next = line.removeFirst()
        waiting[origin] = line.isEmpty ? nil : line
        next.admit.resume(returning: true)
      } else {
        let left = running[origin, default: 1] - 1
        running[origin] = left > 0 ? left : nil
      }
    }

    private func giveUp(_ id: Int, _ origin: HTTPOrigin) {
      guard let place = waiting[origin]?.firstIndex(where: { $0.id == id }) else { return }
      waiting[origin]?.remove(at: place).admit.resume(returning: false)
    }
  }
#endif
