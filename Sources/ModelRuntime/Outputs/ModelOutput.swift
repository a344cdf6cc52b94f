public import JSONTree

/// What a model gives.
///
/// Reading is tolerant, since what services answer drifts: a key that is missing or of another
/// kind reads as nil, an unknown one stays in ``json``.
public protocol ModelOutput: Sendable, Hashable, CustomStringConvertible {
  /// The output as the service gave it.
  var json: JSONValue { get }

  init(json: JSONValue)
}

extension ModelOutput {
  public static func == (left: Self, right: Self) -> Bool { left.json == right.json }
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }
  public var description: String { json.description }
}

/// Plain JSON, for models whose output has no shape that is known.
extension JSONValue: ModelOutput {
  public var json: JSONValue { self }
  public init(json: JSONValue) { self = json }
}
