/// How long a request may take. All counted from the moment a connection is free for it: waiting
/// in line because too many requests go to one host is no failure of the request. For a deadline
/// over everything, cancel the task.
public struct HTTPTimeouts: Sendable, Hashable {
  /// Name lookup, connection and TLS handshake together. URLSession has no limit of this kind: there
  /// only the other two count.
  public var connect: Duration
  /// The whole exchange, however busily bytes drip.
  public var total: Duration
  /// No byte in either direction. Coarse: a few seconds may be added.
  public var idle: Duration

  /// Limits; the idle one is off when it is not shorter than the total.
  public init(
    connect: Duration = .seconds(10), total: Duration = .seconds(60),
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
