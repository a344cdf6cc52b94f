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
