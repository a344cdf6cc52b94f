/// How long a request may take. All counted from the moment a connection is free for it: waiting
/// in line because too many requests go to one host is no failure of the request. For a deadline
/// over everything, cancel the task.
public struct TransportTimeouts: Sendable, Hashable {
  /// Name lookup, connection and TLS handshake together. URLSession has no limit of this kind: there
  /// only the other two count.
  public var connect: Duration
  /// The whole exchange, upload and answer together, however busily bytes drip; nil for no limit.
  public var total: Duration?
  /// No byte in either direction. An upload that makes progress isn't cut, and the wait for the
  /// answer counts from the end of the upload. Where the peer stops to confirm what was sent, up to
  /// twice the limit may pass.
  public var idle: Duration

  /// Limits. An idle limit that isn't shorter than the total is without effect.
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
  /// Whole milliseconds, at least one, rounded up, clamped to what a 32-bit count holds.
  package var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 1 }
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    return max(
      1, Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
