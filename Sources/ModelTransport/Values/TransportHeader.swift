/// One header line.
///
/// The value of a field that carries a secret (`Authorization`, cookies, keys) is left out of every
/// printed form, `dump` included, so that a logged request or error never gives the token away.
public struct TransportHeader: Hashable, Sendable {
  /// The name as written; compare it without regard to case.
  public var name: String
  /// The value without the blanks around it.
  public var value: String

  /// A header line.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// True when the value must not be shown.
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
  /// The line, with `•••` for a secret value.
  public var description: String { "\(name): \(isSecret ? "•••" : value)" }
  /// The same as `description`, so that debug output shows no more.
  public var debugDescription: String { description }
  /// What `dump` and debuggers show: no secrets.
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name, "value": isSecret ? "•••" : value])
  }
}
