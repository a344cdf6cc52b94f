/// The right transport for this system.
public enum SystemTransport {
  /// Creates the transport: libcurl on Linux, URLSession on Apple platforms. Keep it, since it holds
  /// the connections.
  ///
  /// - Parameter options: The options of the transport.
  /// - Returns: The transport.
  /// - Throws: ``TransportError`` of the kind `.unavailable`, with what to install, if libcurl is
  ///   missing.
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
