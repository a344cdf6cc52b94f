/// One thing that is wrong with a request.
public struct ValidationIssue: Sendable, Hashable, CustomStringConvertible {
  /// Where the value stands in the body.
  public var path: IssuePath
  /// Which rule it breaks.
  public var rule: ValidationRule
  /// The offending value, shortened where it is long; empty where there is none.
  public var value: String
  /// What the rule asks for; empty where its name says all.
  public var bound: String
  /// The sentence for a person: the schema's own where it has one.
  public var message: String

  public init(
    path: IssuePath, rule: ValidationRule, value: String = "", bound: String = "", message: String
  ) {
    self.path = path
    self.rule = rule
    self.value = value
    self.bound = bound
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}

/// A rule that could not be checked, and why: neither kept nor broken as far as is known.
public struct UncheckedRule: Sendable, Hashable, CustomStringConvertible {
  public var path: IssuePath
  public var rule: ValidationRule
  /// Why not, for a person.
  public var reason: String

  public init(path: IssuePath, rule: ValidationRule, reason: String) {
    self.path = path
    self.rule = rule
    self.reason = reason
  }

  public var description: String { "\(path): \(rule) was not checked: \(reason)" }
}
