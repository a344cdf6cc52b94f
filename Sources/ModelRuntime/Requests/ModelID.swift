/// The ID of a model as the service spells it, such as `bytedance/dreamina-4-0/edit`.
public struct ModelID: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The ID as the service spells it.
  public let rawValue: String

  /// Creates an ID from the service's spelling.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates an ID from a literal in the service's spelling.
  public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

  /// The ID as the service spells it.
  public var description: String { rawValue }
}
