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
