/// A rule of a schema, identified by its keyword.
///
/// The `validations` of a schema define rules in addition to those listed here, such as
/// `file_size_mb<=`.
public struct ValidationRule: Sendable, Hashable, Codable, RawRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The schema's keyword for the rule.
  public let rawValue: String

  /// Creates a rule with a keyword.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates a rule with a keyword.
  public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

  /// The schema's keyword for the rule.
  public var description: String { rawValue }

  /// A required key is missing.
  public static var required: Self { "required" }
  /// The value is of the wrong type.
  public static var type: Self { "type" }
  /// The value isn't one of the known values.
  public static var `enum`: Self { "enum" }
  /// The value isn't the only known value.
  public static var const: Self { "const" }
  /// The number is less than the minimum.
  public static var minimum: Self { "minimum" }
  /// The number is greater than the maximum.
  public static var maximum: Self { "maximum" }
  /// The number isn't greater than the bound.
  public static var exclusiveMinimum: Self { "exclusiveMinimum" }
  /// The number isn't less than the bound.
  public static var exclusiveMaximum: Self { "exclusiveMaximum" }
  /// The number isn't a multiple of the divisor.
  public static var multipleOf: Self { "multipleOf" }
  /// The string is too short.
  public static var minLength: Self { "minLength" }
  /// The string is too long.
  public static var maxLength: Self { "maxLength" }
  /// The string doesn't match the pattern.
  public static var pattern: Self { "pattern" }
  /// The string doesn't have the format.
  public static var format: Self { "format" }
  /// The array has too few items.
  public static var minItems: Self { "minItems" }
  /// The array has too many items.
  public static var maxItems: Self { "maxItems" }
  /// The array contains equal items.
  public static var uniqueItems: Self { "uniqueItems" }
  /// The array doesn't contain an item that is required.
  public static var contains: Self { "contains" }
  /// The array has items that the schema doesn't allow.
  public static var additionalItems: Self { "additionalItems" }
  /// The object has a key that the schema doesn't allow.
  public static var additionalProperties: Self { "additionalProperties" }
  /// The object has too few keys.
  public static var minProperties: Self { "minProperties" }
  /// The object has too many keys.
  public static var maxProperties: Self { "maxProperties" }
  /// A key of the object isn't valid.
  public static var propertyNames: Self { "propertyNames" }
  /// The value of a key that matches a pattern isn't valid.
  public static var patternProperties: Self { "patternProperties" }
  /// A key or schema that another key requires is missing.
  public static var dependencies: Self { "dependencies" }
  /// The value matches none of the schemas.
  public static var anyOf: Self { "anyOf" }
  /// The value doesn't match exactly one of the schemas.
  public static var oneOf: Self { "oneOf" }
  /// The value matches a schema that it must not match.
  public static var not: Self { "not" }
  /// The value doesn't match the schema that its condition selects.
  public static var `if`: Self { "if" }
  /// The referenced schema can't be used.
  public static var reference: Self { "$ref" }
  /// The schema is `false`, which no value matches.
  public static var never: Self { "false" }
  /// No rule of a schema: there are more issues than ``ValidationIssues/limit``, and checking
  /// stopped.
  public static var issueLimit: Self { "issueLimit" }
}
