/// What is asked of a server. A value without behaviour; `check()` says whether it may be sent.
public struct TransportRequest: Sendable, Hashable {
  /// The verb.
  public var method: TransportMethod
  /// Absolute, `https` (or `http` as far as `plainHTTP` allows), percent-encoded, without a user.
  public var url: String
  /// Header lines beside those the transport writes itself (`Host`, `Content-Length`, …).
  public var headers: TransportHeaders
  /// The body; nil sends none.
  public var body: [UInt8]?
  /// True: the request goes over a connection of its own, used by no other request before or
  /// after. A connection that was idle may be dead, and a client that finds out sends the request
  /// again; on a fresh one that cannot happen. Needed for every request that must not run twice.
  public var freshConnection: Bool
  /// How long it may take.
  public var timeouts: TransportTimeouts
  /// More body than this is refused with `.tooLarge`. Of a compressed body, the decoded bytes count.
  public var maximumBodyBytes: Int
  /// Where an unencrypted request may go.
  public var plainHTTP: PlainHTTP
  /// Which networks the request may enter.
  public var reach: Reach

  /// A request. Everything but reading gets a fresh connection unless told otherwise.
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

  /// Which networks a request may enter.
  public enum Reach: Sendable, Hashable {
    /// Every one that this machine can.
    case anyAddress
    /// The public internet: for a URL that somebody else chose, who must not see through this
    /// program into the network that it runs in. A host that is spelled as a private, loopback,
    /// link-local or multicast address, or named as one, is refused. The libcurl transport also
    /// checks each address that a name resolves to, at the moment it connects; it then uses a
    /// connection of its own and no proxy. URLSession doesn't tell where it connects to, so there
    /// a name that resolves to a private address is not found out.
    case publicAddresses
  }

  /// Where `http` instead of `https` is accepted. It shows token and content to everyone on the
  /// way, so the default is the machine itself, where there is no way.
  public enum PlainHTTP: Sendable, Hashable {
    /// Nowhere.
    case refused
    /// `localhost`, `127.0.0.0/8` and `[::1]`.
    case loopbackOnly
    /// Everywhere. Say this only for a network you own.
    case anyHost
  }
}

extension TransportRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// Verb, place and sizes. Neither the query (a signed URL is a secret) nor the body.
  public var description: String {
    let query = url.firstIndex(of: "?")
    let place = query.map { "\(url[..<$0])?•••" } ?? url
    let lines = ["\(method) \(place)"] + headers.map(\.description)
    return (lines + (body.map { ["(\($0.count) bytes)"] } ?? [])).joined(separator: "\n")
  }
  /// The same as `description`, so that debug output shows no more.
  public var debugDescription: String { description }
  /// What `dump` and debuggers show: no secrets.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

/// The verb of a request, spelled as it goes over the wire.
public struct TransportMethod: Hashable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The verb's exact spelling.
  public let rawValue: String

  /// Any verb; a request with one that is no token is refused before it is sent.
  public init(_ rawValue: String) { self.rawValue = rawValue }
  /// A verb from a literal.
  public init(stringLiteral value: String) { rawValue = value }

  /// Reads; repeating it does no harm.
  public static let get: Self = "GET"
  /// Reads the head of the answer only.
  public static let head: Self = "HEAD"
  /// Submits; repeating it may submit twice.
  public static let post: Self = "POST"

  /// True for the verbs that by their definition change nothing on the server.
  public var onlyReads: Bool { self == .get || self == .head }

  /// The verb as it is sent.
  public var description: String { rawValue }
}
