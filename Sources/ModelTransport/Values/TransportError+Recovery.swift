#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension TransportError: LocalizedError {
  /// The message, and whether nothing was sent.
  public var errorDescription: String? { description }

  /// A suggestion for what to do about the error.
  public var recoverySuggestion: String? {
    switch kind {
    case .couldNotResolve, .couldNotConnect: "Check the URL and the network connection."
    case .proxy:
      "The proxy comes from https_proxy or all_proxy; no_proxy names hosts that need none."
    case .tls, .timedOut, .closed, .badResponse, .tooLarge, .cancelled, .unavailable,
      .invalidRequest, .sinkFailed, .other:
      nil
    }
  }
}

extension TransportError {
  /// A Boolean value that indicates whether the same exchange may succeed later.
  ///
  /// A request that must not run twice may be sent again only if ``requestIncomplete`` is true.
  public var isRetryable: Bool {
    switch kind {
    case .tls, .invalidRequest, .unavailable, .tooLarge: false
    case .couldNotResolve, .couldNotConnect, .proxy, .timedOut, .closed, .badResponse, .cancelled,
      .sinkFailed, .other:
      true
    }
  }
}
