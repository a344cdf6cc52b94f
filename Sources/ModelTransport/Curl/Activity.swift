#if os(Linux)
  /// The last sign of life of a transfer, and the end of the silence that is allowed after it.
  struct Activity {
    typealias Moment = SuspendingClock.Instant

    /// A Boolean value that indicates whether the transfer is paused.
    var isPaused = false
    private let limit: Duration
    private var last = SuspendingClock.now
    private var unconfirmed: Int?

    init(limit: Duration) { self.limit = limit }

    var end: Moment? { isPaused ? nil : last + limit }

    mutating func note() {
      last = SuspendingClock.now
      unconfirmed = nil
    }

    /// A Boolean value that indicates whether the limit has passed. Bytes in the system's buffer that
    /// have become fewer since the last look count as a sign of life.
    ///
    /// - Parameter bytes: The number of bytes in that buffer.
    mutating func isOver(unconfirmed bytes: Int) -> Bool {
      guard let end, SuspendingClock.now >= end else { return false }
      guard bytes > 0, unconfirmed.map({ bytes < $0 }) ?? true else { return true }
      note()
      unconfirmed = bytes
      return false
    }
  }
#endif
