/// Why there is no (whole) answer. Holds no header value and no part of a body.
public struct TransportError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// What went wrong.
  public var kind: Kind
  /// One line for people.
  public var message: String
  /// Proof that no byte of the request left this machine: the one case in which sending a request
  /// that costs money again is safe. False means "it may have left", never "it has left".
  public var nothingSent: Bool
  /// Proof that the server can't have the whole request: nothing of it left this machine, or its body
  /// was cut short, which its `Content-Length` shows to the server. Such a request can't have been
  /// accepted. Bytes that were handed to the system count as sent, so false means "the server may
  /// have it". URLSession proves nothing beyond `nothingSent`.
  public var requestIncomplete: Bool

  /// An error. `requestIncomplete` is true in any case where nothing was sent.
  public init(
    _ kind: Kind, _ message: String, nothingSent: Bool = false, requestIncomplete: Bool = false
  ) {
    self.kind = kind
    self.message = Self.withoutUserinfo(message)
    self.nothingSent = nothingSent
    self.requestIncomplete = nothingSent || requestIncomplete
  }

  /// The kinds of failure a caller may want to tell apart.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The host (or proxy) name has no address.
    case couldNotResolve
    /// Refused or unreachable.
    case couldNotConnect
    /// The proxy wasn't found, wasn't reached, or made no tunnel to the host.
    case proxy
    /// The server isn't trusted: its certificate, its name in it, or the local file of authorities.
    /// Trying again doesn't help. Other failures of a handshake are `.closed` or `.badResponse`.
    case tls
    /// One of the request's time limits passed.
    case timedOut
    /// The peer closed or reset the connection before the answer was whole.
    case closed
    /// What came is no HTTP/1.1 answer, or no TLS where that was expected.
    case badResponse
    /// More header lines or body than allowed.
    case tooLarge
    /// The task was cancelled.
    case cancelled
    /// This machine lacks what the transport needs, such as the system's libcurl.
    case unavailable
    /// The request was refused before anything was tried.
    case invalidRequest
    /// The sink of a streamed body threw.
    case sinkFailed
    /// Anything else, in the words of the system.
    case other
  }

  /// The message, and whether nothing was sent.
  public var description: String {
    if nothingSent { return "\(message) (nothing was sent)" }
    return requestIncomplete ? "\(message) (the request was not sent whole)" : message
  }

  /// A text without the user names and passwords of the URLs in it.
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
    Self(.cancelled, "The request was cancelled", nothingSent: nothingSent)
  }
}
