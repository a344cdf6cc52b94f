/// A header field.
///
/// The printed forms of a field that carries a secret (`Authorization`, cookies, keys) don't
/// include the value, so that a logged request or error never reveals a token.
public struct TransportHeader: Hashable, Sendable {
  /// The name as written. Names are compared case-insensitively.
  public var name: String
  /// The value without surrounding whitespace.
  public var value: String

  /// Creates a header field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// A Boolean value that indicates whether the value is a secret, which isn't printed.
  public var isSecret: Bool {
    let lower = name.lowercased()
    return Self.secretParts.contains { lower.contains($0) }
  }

  private static let secretParts = [
    "authorization", "authentication", "cookie", "token", "secret", "key", "password", "signature",
  ]
}

extension TransportHeader: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  /// The field as text, with `•••` in place of a secret value.
  public var description: String { "\(name): \(isSecret ? "•••" : value)" }
  /// The same text as ``description``.
  public var debugDescription: String { description }
  /// A mirror that doesn't reveal secrets.
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name, "value": isSecret ? "•••" : value])
  }
}
