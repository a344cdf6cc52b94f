/// What is done about files that a request names by URL, before it is sent.
///
/// Only a file that is known to break a rule keeps a request back. What can't be told, whatever the
/// reason, is left to the service, and stands in the list of unchecked rules.
public enum RemoteMedia: Sendable, Hashable {
  /// They are not looked at: a look may use up a URL that is good for once, and reaches into
  /// whatever network this program runs in.
  case unseen
  /// Their first bytes are fetched, as few as tell format, size and length: by ranges, without the
  /// token or a cookie, and never along a redirect.
  case lookedAt(RemoteMediaLimits)

  /// They are looked at within the usual limits.
  public static var lookedAt: Self { .lookedAt(RemoteMediaLimits()) }
}

/// How far a look at the files of a request goes.
public struct RemoteMediaLimits: Sendable, Hashable {
  /// For one file, all its ranges together.
  public var timeLimit: Duration
  /// Bytes fetched of one file: 64 KiB first, and more only where the format needs it.
  public var maximumBytes: Int
  /// Files looked at at the same time.
  public var atOnce: Int
  /// Whether addresses of this machine and of private networks may be reached. On Linux every
  /// address that a name leads to is checked; on Apple platforms only what the URL spells out.
  public var allowsPrivateAddresses: Bool

  public init(
    timeLimit: Duration = .seconds(10), maximumBytes: Int = 4 << 20, atOnce: Int = 4,
    allowsPrivateAddresses: Bool = false
  ) {
    self.timeLimit = max(.zero, timeLimit)
    self.maximumBytes = max(0, maximumBytes)
    self.atOnce = max(1, atOnce)
    self.allowsPrivateAddresses = allowsPrivateAddresses
  }
}
