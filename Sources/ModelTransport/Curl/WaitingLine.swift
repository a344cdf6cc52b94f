#if os(Linux)
  /// The requests to one host: those that run, and those that wait until one of them ends.
  struct WaitingLine {
    private var running = 0
    private var waiting: [ObjectIdentifier: CurlJob] = [:]
    private var order: [ObjectIdentifier] = []
    private var first = 0

    /// A Boolean value that indicates whether nothing runs or waits, so that the queue can be
    /// removed.
    var isIdle: Bool { running == 0 && waiting.isEmpty }

    mutating func enter(_ job: CurlJob) {
      let ticket = ObjectIdentifier(job.channel)
      waiting[ticket] = job
      order.append(ticket)
    }

    /// The next request that may run now, counted as running from here on.
    mutating func admit(atMost limit: Int) -> CurlJob? {
      while running < limit, first < order.count {
        defer { first += 1 }
        if let job = waiting.removeValue(forKey: order[first]) {
          running += 1
          return job
        }
      }
      forgetGone()
      return nil
    }

    /// Takes a request out that did not run yet.
    mutating func leave(_ channel: ResponseChannel) -> CurlJob? {
      defer { forgetGone() }
      return waiting.removeValue(forKey: ObjectIdentifier(channel))
    }

    mutating func oneEnded() { running -= 1 }

    mutating func removeAll() -> [CurlJob] {
      defer { waiting = [:] }
      return Array(waiting.values)
    }

    private mutating func forgetGone() {
      guard order.count > 2 * waiting.count + 64 else { return }
      order = order[first...].filter { waiting[$0] != nil }
      first = 0
    }
  }
#endif
