/// Options for a transport as a whole.
///
/// No transport keeps cookies, caches, reads `.netrc`, uses alternative services, or follows
/// redirects. Certificates and host names are always verified. Compression is requested only if the
/// request's headers ask for it, but a compressed body is always decoded.
public struct TransportOptions: Sendable, Hashable {
  /// The maximum number of concurrent requests to one scheme, host and port. Further requests wait.
  public var maximumConnectionsPerHost: Int
  /// The proxy to use.
  public var proxy: Proxy
  /// The maximum size of the header fields, in bytes. A response with more fails with
  /// ``TransportError/Kind/tooLarge``. The fields of interim responses and trailers count too,
  /// except with URLSession, which doesn't show them.
  public var maximumHeaderBytes: Int
  /// The path of a PEM file with the certificate authorities to trust *instead of* the system's.
  /// The default is the file named by the environment variable `CURL_CA_BUNDLE` or `SSL_CERT_FILE`,
  /// in that order. Only the libcurl transport uses it; on Apple platforms the system decides.
  public var certificateAuthoritiesFile: String?

  /// Creates options for a transport.
  public init(
    maximumConnectionsPerHost: Int = 64, proxy: Proxy = .system,
    maximumHeaderBytes: Int = 256 << 10, certificateAuthoritiesFile: String? = nil
  ) {
    self.maximumConnectionsPerHost = max(1, maximumConnectionsPerHost)
    self.proxy = proxy
    self.maximumHeaderBytes = maximumHeaderBytes
    self.certificateAuthoritiesFile = certificateAuthoritiesFile
  }

  /// The proxy that requests use. Requests to loopback addresses never use one.
  public enum Proxy: Sendable, Hashable {
    /// The system's proxy: on Linux the one that `https_proxy`, `http_proxy`, `all_proxy` and
    /// `no_proxy` define, on Apple platforms the one in the network settings. For https, the proxy
    /// sees only the name of the host.
    case system
    /// No proxy.
    case none
  }
}
