/// Sends HTTP requests and returns their responses.
///
/// A transport sends each request once. It doesn't follow redirects, retry, keep cookies, cache, or
/// add credentials.
///
/// A response with any status code is a response; an error means that no complete response arrived.
/// Cancelling the task ends the exchange with an error of kind ``TransportError/Kind/cancelled``.
public protocol HTTPTransport: Sendable {
  /// One request, one answer. The body is collected up to `request.maximumBodyBytes`.
  ///
  /// - Throws: ``TransportError`` if there is no whole answer.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse

  /// Hands the body to `sink` piece by piece as it arrives. The server is held back while the sink
  /// is busy, so memory stays bounded however large the body is. For downloads.
  ///
  /// Pieces that arrived before a failure are handed over before the error is thrown, so a
  /// download can go on from there; after a cancellation nothing more is handed over.
  ///
  /// - Throws: ``TransportError`` if there is no whole answer or the sink throws.
  func stream(
    _ request: TransportRequest, into sink: any TransportBodySink
  ) async throws(TransportError) -> TransportResponseHead
}

/// A destination for a streamed response body. One task calls it, in order. Throwing ends the
/// exchange with an error of kind ``TransportError/Kind/sinkFailed``; to use your own error
/// afterwards, keep it in the sink.
public protocol TransportBodySink: Sendable {
  /// Called once, before the first piece: the place to refuse a wrong status or a wrong range.
  ///
  /// - Throws: Any error, to end the exchange.
  func begin(_ head: TransportResponseHead) async throws
  /// Called with at least one byte, again and again.
  ///
  /// - Throws: Any error, to end the exchange.
  func receive(_ bytes: [UInt8]) async throws
}

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
