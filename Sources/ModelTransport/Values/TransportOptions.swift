/// How a transport as a whole behaves.
///
/// Fixed, for every transport: no cookies, no cache, no `.netrc`, no alternative services, no
/// redirects; certificates and host names are always verified. Compression isn't asked for unless
/// a request does so, but a body that comes compressed all the same is decoded.
public struct TransportOptions: Sendable, Hashable {
  /// Requests that run at once to one scheme, host and port. Further ones wait in line.
  public var maximumConnectionsPerHost: Int
  /// Which proxy is used.
  public var proxy: Proxy
  /// More bytes of header lines than this end the exchange with `.tooLarge`. All header lines of
  /// the exchange count, those of interim answers and trailers too; but URLSession shows neither of
  /// these, so that there only the head of the answer counts.
  public var maximumHeaderBytes: Int
  /// A PEM file with the certificate authorities to trust *instead of* the system's. Without one,
  /// the file named by the environment variable `CURL_CA_BUNDLE` or `SSL_CERT_FILE` counts, in that
  /// order. For the libcurl transport; Apple platforms take theirs from the system.
  public var certificateAuthoritiesFile: String?

  /// Options for a transport.
  public init(
    maximumConnectionsPerHost: Int = 64, proxy: Proxy = .system,
    maximumHeaderBytes: Int = 256 << 10, certificateAuthoritiesFile: String? = nil
  ) {
    self.maximumConnectionsPerHost = max(1, maximumConnectionsPerHost)
    self.proxy = proxy
    self.maximumHeaderBytes = maximumHeaderBytes
    self.certificateAuthoritiesFile = certificateAuthoritiesFile
  }

  /// Which proxy requests take. Loopback never goes through one.
  public enum Proxy: Sendable, Hashable {
    /// What the system says: on Linux `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`,
    /// since behind a proxy nothing else works; on Apple platforms the network settings. For
    /// https the proxy sees the host's name and no more.
    case system
    /// None, whatever the system says.
    case none
  }
}
