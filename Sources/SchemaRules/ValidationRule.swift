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
}
