/// The validation of files that a request names by URL, before the request is sent.
///
/// Only a file that is known to break a rule keeps a request from being sent. Rules that can't be
/// checked, for whatever reason, are left to the service and listed as unchecked.
public enum RemoteMediaValidation: Sendable, Hashable {
  /// Files behind URLs aren't fetched. A fetch may use up a URL that is valid once only, and enters
  /// the network that the program runs in.
  case disabled
  /// The first bytes of each file are fetched, as few as tell its format, size and duration. They
  /// are fetched by ranges, without the token or cookies, and redirects aren't followed.
  case enabled(Limits)

  /// Files behind URLs are validated within the default limits.
  public static var enabled: Self { .enabled(Limits()) }

  /// The limits of fetching files for validation.
  public struct Limits: Sendable, Hashable {
    /// The timeout for one file, with all its ranges together.
    public var timeout: Duration
    /// The maximum number of bytes to fetch of one file: 64 KiB first, and more only if the format
    /// needs it.
    public var maxBytes: Int
    /// The maximum number of files to fetch at the same time.
    public var maxConcurrentFetches: Int
    /// A Boolean value that indicates whether addresses of this machine and of private networks may
    /// be reached. On Linux every address that a name resolves to is checked; on Apple platforms
    /// only the host in the URL is.
    public var allowsPrivateAddresses: Bool

    /// Creates limits.
    ///
    /// - Parameters:
    ///   - timeout: The timeout for one file.
    ///   - maxBytes: The maximum number of bytes to fetch of one file.
    ///   - maxConcurrentFetches: The maximum number of files to fetch at the same time.
    ///   - allowsPrivateAddresses: A Boolean value that indicates whether private addresses may be
    ///     reached.
    public init(
      timeout: Duration = .seconds(10), maxBytes: Int = 4 << 20, maxConcurrentFetches: Int = 4,
      allowsPrivateAddresses: Bool = false
    ) {
      self.timeout = max(.zero, timeout)
      self.maxBytes = max(0, maxBytes)
      self.maxConcurrentFetches = max(1, maxConcurrentFetches)
      self.allowsPrivateAddresses = allowsPrivateAddresses
    }
  }
}
