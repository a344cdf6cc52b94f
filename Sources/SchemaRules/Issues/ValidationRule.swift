/// The rule that a value breaks, under the name that the schema has for it.
///
/// The set is open: the `validations` of a schema bring names of their own, such as
/// `file_size_mb<=`.
public struct ValidationRule: Sendable, Hashable, RawRepresentable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral rawValue: String) { self.rawValue = rawValue }

  public var description: String { rawValue }

  public static var required: Self { "required" }
  public static var type: Self { "type" }
  /// The value is none of those the schema publishes.
  public static var `enum`: Self { "enum" }
  public static var const: Self { "const" }
  public static var minimum: Self { "minimum" }
  public static var maximum: Self { "maximum" }
  public static var exclusiveMinimum: Self { "exclusiveMinimum" }
  public static var exclusiveMaximum: Self { "exclusiveMaximum" }
  public static var multipleOf: Self { "multipleOf" }
  public static var minLength: Self { "minLength" }
  public static var maxLength: Self { "maxLength" }
  public static var pattern: Self { "pattern" }
  public static var format: Self { "format" }
  public static var minItems: Self { "minItems" }
  public static var maxItems: Self { "maxItems" }
  public static var uniqueItems: Self { "uniqueItems" }
  public static var contains: Self { "contains" }
  public static var additionalItems: Self { "additionalItems" }
  public static var additionalProperties: Self { "additionalProperties" }
  public static var minProperties: Self { "minProperties" }
  public static var maxProperties: Self { "maxProperties" }
  public static var propertyNames: Self { "propertyNames" }
  public static var patternProperties: Self { "patternProperties" }
  public static var dependencies: Self { "dependencies" }
  public static var anyOf: Self { "anyOf" }
  public static var oneOf: Self { "oneOf" }
  public static var not: Self { "not" }
  public static var `if`: Self { "if" }
  public static var reference: Self { "$ref" }
  /// The schema is the word `false`, which no value fits.
  public static var never: Self { "false" }
  /// No rule of a schema: there are more issues than ``ValidationIssues/limit``, and checking
  /// stopped.
  public static var issueLimit: Self { "issueLimit" }
}
