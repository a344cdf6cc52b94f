/// The right transport for this system.
public enum SystemTransport {
  /// libcurl on Linux, URLSession on Apple platforms. Make one and keep it: it holds the
  /// connections. Throws `.unavailable`, with what to install, where libcurl is missing.
  public static func make(
    _ options: TransportOptions = TransportOptions()
  ) throws(TransportError) -> any HTTPTransport {
    #if os(Linux)
      try CurlTransport(options)
    #else
      URLSessionTransport(options)
    #endif
  }
}
