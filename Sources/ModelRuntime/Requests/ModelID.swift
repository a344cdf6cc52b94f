/// The id of a model, as the service spells it: `bytedance/dreamina-4-0/edit`.
public struct ModelID: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }
}
