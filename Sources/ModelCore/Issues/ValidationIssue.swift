/// A rule of a model's schema that a request violates.
///
/// An issue is encoded with the keys that `modelgen validate --json` prints, `path` (a JSON pointer),
/// `rule` and `message`, and with `value` and `bound` if they aren't empty.
public struct ValidationIssue: Sendable, Hashable, CustomStringConvertible {
  /// The location of the value in the request body.
  public var path: IssuePath
  /// The rule that the value violates.
  public var rule: ValidationRule
  /// The value, shortened if it is long; empty if there is none.
  public var value: String
  /// The requirement of the rule, such as the maximum length; empty if the rule has none.
  public var bound: String
  /// A description of the problem: the schema's own if it has one.
  public var message: String

  /// Creates an issue.
  ///
  /// - Parameters:
  ///   - path: The location of the value in the request body.
  ///   - rule: The rule that the value violates.
  ///   - value: The value; empty if there is none.
  ///   - bound: The requirement of the rule; empty if the rule has none.
  ///   - message: A description of the problem.
  public init(
    path: IssuePath, rule: ValidationRule, value: String = "", bound: String = "", message: String
  ) {
    self.path = path
    self.rule = rule
    self.value = value
    self.bound = bound
    self.message = message
  }

  /// The path and the message.
  public var description: String { "\(path): \(message)" }
}

extension ValidationIssue: Codable {
  private enum CodingKeys: String, CodingKey { case path, rule, message, value, bound }

  /// Creates an issue by decoding an object with the keys `path`, `rule` and `message`.
  ///
  /// - Throws: `DecodingError` if a key is missing or has a value of the wrong type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    path = try container.decode(IssuePath.self, forKey: .path)
    rule = try container.decode(ValidationRule.self, forKey: .rule)
    message = try container.decode(String.self, forKey: .message)
    value = try container.decodeIfPresent(String.self, forKey: .value) ?? ""
    bound = try container.decodeIfPresent(String.self, forKey: .bound) ?? ""
  }

  /// Encodes the issue.
  ///
  /// - Throws: The error of the encoder.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(rule, forKey: .rule)
    try container.encode(message, forKey: .message)
    if !value.isEmpty { try container.encode(value, forKey: .value) }
    if !bound.isEmpty { try container.encode(bound, forKey: .bound) }
  }
}

/// A rule that couldn't be checked.
public struct UncheckedRule: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The location of the value in the request body.
  public var path: IssuePath
  /// The rule that couldn't be checked.
  public var rule: ValidationRule
  /// The reason why the rule couldn't be checked.
  public var reason: String

  /// Creates an unchecked rule.
  ///
  /// - Parameters:
  ///   - path: The location of the value in the request body.
  ///   - rule: The rule that couldn't be checked.
  ///   - reason: The reason why the rule couldn't be checked.
  public init(path: IssuePath, rule: ValidationRule, reason: String) {
    self.path = path
    self.rule = rule
    self.reason = reason
  }

  /// The path, the rule and the reason.
  public var description: String { "\(path): \(rule) was not checked: \(reason)" }
}
