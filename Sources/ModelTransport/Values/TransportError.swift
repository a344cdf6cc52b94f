/// An error thrown by an ``HTTPTransport``. It contains no header value and no part of a body.
public struct TransportError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// The kind of failure.
  public var kind: Kind
  /// A message for people, on one line.
  public var message: String
  /// A Boolean value that indicates whether it is certain that no byte of the request left this
  /// machine. Only then is it safe to repeat a request that costs money. `false` means that bytes
  /// may have left.
  public var nothingSent: Bool
  /// A Boolean value that indicates whether it is certain that the server can't have the whole
  /// request: nothing left this machine, or the body was cut short, which its `Content-Length`
  /// reveals to the server. Such a request can't have been accepted. Bytes handed to the system
  /// count as sent, so `false` means that the server may have the request. URLSession proves
  /// nothing beyond ``nothingSent``.
  public var requestIncomplete: Bool

  /// Creates an error. ``requestIncomplete`` is always `true` if nothing was sent.
  public init(
    _ kind: Kind, _ message: String, nothingSent: Bool = false, requestIncomplete: Bool = false
  ) {
    self.kind = kind
    self.message = Self.withoutUserinfo(message)
    self.nothingSent = nothingSent
    self.requestIncomplete = nothingSent || requestIncomplete
  }

  /// The kinds of transport failure.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The name of the host or proxy couldn't be resolved.
    case couldNotResolve
    /// The host refused the connection or is unreachable.
    case couldNotConnect
    /// The proxy couldn't be resolved or reached, or it didn't open a tunnel to the host.
    case proxy
    /// The server isn't trusted, because of its certificate, the name in it, or the local file of
    /// certificate authorities. Retrying doesn't help. Other handshake failures are ``closed`` or
    /// ``badResponse``.
    case tls
    /// A time limit of the request expired.
    case timedOut
    /// The peer closed or reset the connection before the response was complete.
    case closed
    /// The response isn't HTTP/1.1, or isn't TLS where TLS was expected.
    case badResponse
    /// The header or body is larger than allowed.
    case tooLarge
    /// The task was cancelled.
    case cancelled
    /// The machine lacks something that the transport needs, such as the system's libcurl.
    case unavailable
    /// The request isn't valid and wasn't sent.
    case invalidRequest
    /// The sink of a streamed body threw an error.
    case sinkFailed
    /// Another failure, described by the system.
    case other
  }

  /// The message, and a note if nothing or only a part was sent.
  public var description: String {
    if nothingSent { return "\(message) (nothing was sent)" }
    return requestIncomplete ? "\(message) (the request was only partly sent)" : message
  }

  /// Returns the text without the user names and passwords of the URLs in it.
  package static func withoutUserinfo(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      result += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let url = rest.prefix { !" \t\"'".contains($0) }
      if let at = url.lastIndex(of: "@") {
        result += "•••"
        rest = rest[at...]
      }
    }
    return result + rest
  }

  package static func invalid(_ message: String) -> Self {
    Self(.invalidRequest, message, nothingSent: true)
  }

  package static func cancelled(nothingSent: Bool) -> Self {
    Self(.cancelled, "the request was cancelled", nothingSent: nothingSent)
  }
}
