/// The time limits of a request. They count from the moment a connection is available; the time
/// that a request waits for one doesn't count. To limit the overall time, cancel the task.
public struct TransportTimeouts: Sendable, Hashable {
  /// The limit for name lookup, connection and TLS handshake together. URLSession has no such
  /// limit.
  public var connect: Duration
  /// The limit for the whole exchange, upload and response together, or `nil` for none.
  public var total: Duration?
  /// The limit for the time without a byte in either direction. It doesn't end an upload that makes
  /// progress, and the wait for the response counts from the end of the upload. While the peer
  /// acknowledges data that was already sent, up to twice the limit may pass.
  public var idle: Duration

  /// Creates time limits. An idle limit that isn't shorter than the total has no effect.
  public init(
    connect: Duration = .seconds(10), total: Duration? = .seconds(60),
    idle: Duration = .seconds(60)
  ) {
    self.connect = connect
    self.total = total
    self.idle = idle
  }
}

extension Duration {
  /// The duration in milliseconds, rounded up, from 1 to the maximum of a 32-bit count.
  package var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 1 }
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return max(
      1, Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
