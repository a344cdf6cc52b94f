/// An HTTP request. Call ``check()`` to find out whether it may be sent.
public struct TransportRequest: Sendable, Hashable {
  /// The request method.
  public var method: TransportMethod
  /// The absolute URL, percent-encoded and without user information. The scheme is `https`, or
  /// `http` where ``plainHTTP`` allows it.
  public var url: String
  /// The header fields, without those that the transport adds (`Host`, `Content-Length`, …).
  public var headers: TransportHeaders
  /// The body, or `nil` for none.
  public var body: [UInt8]?
  /// A Boolean value that indicates whether the request uses a new connection that no other request
  /// uses before or after it. A client that finds a reused connection closed sends the request
  /// again; with a new connection that can't happen. Use it for each request that must not run
  /// twice.
  public var freshConnection: Bool
  /// The time limits of the request.
  public var timeouts: TransportTimeouts
  /// The maximum size of the response body, in bytes. A larger one fails with
  /// ``TransportError/Kind/tooLarge``. For a compressed body, the decoded bytes count.
  public var maximumBodyBytes: Int
  /// The hosts that an unencrypted request may go to.
  public var plainHTTP: PlainHTTP
  /// The networks that the request may reach.
  public var reach: Reach

  /// Creates a request. By default, all methods other than GET and HEAD use a new connection.
  public init(
    _ method: TransportMethod, _ url: String, headers: TransportHeaders = [:], body: [UInt8]? = nil,
    freshConnection: Bool? = nil, timeouts: TransportTimeouts = TransportTimeouts(),
    maximumBodyBytes: Int = 8 << 20, plainHTTP: PlainHTTP = .loopbackOnly,
    reach: Reach = .anyAddress
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.freshConnection = freshConnection ?? !method.onlyReads
    self.timeouts = timeouts
    self.maximumBodyBytes = maximumBodyBytes
    self.plainHTTP = plainHTTP
    self.reach = reach
  }

  /// The networks that a request may reach.
  public enum Reach: Sendable, Hashable {
    /// All networks.
    case anyAddress
    /// The public internet only. Use it for URLs from untrusted sources, so that they can't reach
    /// the network that the program runs in. A host that is a private, loopback, link-local or
    /// multicast address, or a name for one, is refused. The libcurl transport also checks each
    /// address that a name resolves to when it connects; it then uses a new connection and no
    /// proxy. URLSession doesn't reveal the address, so a name that resolves to a private address
    /// isn't detected there.
    case publicAddresses
  }

  /// The hosts that accept `http` instead of `https`. Unencrypted requests reveal the token and
  /// content to everyone on the network, so the default is this machine only.
  public enum PlainHTTP: Sendable, Hashable {
    /// No host.
    case refused
    /// The loopback addresses `localhost`, `127.0.0.0/8` and `[::1]`.
    case loopbackOnly
    /// All hosts. Use it only for a network you own.
    case anyHost
  }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// The method, URL, header fields and size of the body. It includes neither the query, because a
  /// signed URL is a secret, nor the body.
  public var description: String {
    let query = url.firstIndex(of: "?")
    let place = query.map { "\(url[..<$0])?•••" } ?? url
    let lines = ["\(method) \(place)"] + headers.map(\.description)
    return (lines + (body.map { ["(\($0.count) bytes)"] } ?? [])).joined(separator: "\n")
  }
  /// The same text as ``description``.
  public var debugDescription: String { description }
  /// A mirror that doesn't reveal secrets.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// An HTTP request method.
public struct TransportMethod: Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The method as it is sent.
  public let rawValue: String

  /// Creates a method. A request whose method isn't a valid token is refused before it is sent.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// Creates a method from a string literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// The GET method, which is safe to repeat.
  public static let get: Self = "GET"
  /// The HEAD method, which requests only the head of the response.
  public static let head: Self = "HEAD"
  /// The POST method. Repeating it may submit twice.
  public static let post: Self = "POST"

  /// A Boolean value that indicates whether the method is GET or HEAD, which change nothing on the
  /// server.
  public var onlyReads: Bool { self == .get || self == .head }

  /// The method as it is sent.
  public var description: String { rawValue }
}
