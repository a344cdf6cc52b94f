import JSONTree

/// A word of the dialect.
enum Keyword: UInt8, CaseIterable {
  // They shape the Swift type, become a check in the bindings, or stand in the documentation.
  case type, properties, required, items, enumeration, const, defaultValue
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case minLength, maxLength, pattern, minItems, maxItems, uniqueItems
  case additionalProperties, nullable, anyOf, oneOf, allOf, reference
  case format, title, description, examples, example, deprecated, validations
  // They hold definitions or say something about the schema itself.
  case schema, id, comment, definitions, olderDefinitions, anchor
  case readOnly, writeOnly, contentMediaType, contentEncoding
  // They are rules that bindings can't express.
  case not, condition, then, otherwise, contains, propertyNames, patternProperties
  case dependencies, additionalItems, minProperties, maxProperties, prefixItems
  case dependentRequired, dependentSchemas, unevaluatedProperties, unevaluatedItems
  case minContains, maxContains

  /// One bit of 64, for sets of keywords that cost nothing.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  var isCheckedByBindings: Bool { rawValue < Keyword.not.rawValue }

  static func named(_ word: String) -> Keyword? { byWord[word] }

  static let words = allCases.map(\.word)

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.word, $0) })

  /// As it is spelled in a schema.
  var word: String {
    switch self {
    case .enumeration: "enum"
    case .defaultValue: "default"
    case .reference: "$ref"
    case .schema: "$schema"
    case .id: "$id"
    case .comment: "$comment"
    case .definitions: "$defs"
    case .olderDefinitions: "definitions"
    case .anchor: "$anchor"
    case .condition: "if"
    case .otherwise: "else"
    default: String(describing: self)
    }
  }
}

/// The allowed values of a keyword.
extension Keyword {
  func takes(_ kind: JSONKind) -> Bool {
    switch (expected, kind) {
    case (.anything, _), (.string, .string), (.number, .number), (.boolean, .bool),
      (.array, .array), (.object, .object), (.words, .string), (.words, .array),
      (.numberOrFlag, .number), (.numberOrFlag, .bool), (.schema, .object), (.schema, .bool),
      (.items, .object), (.items, .bool), (.items, .array):
      true
    default: false
    }
  }

  enum Expected: String {
    case anything
    case string = "a string"
    case number = "a number"
    case boolean = "true or false"
    case array = "an array"
    case object = "an object"
    case words = "a string or an array of strings"
    case numberOrFlag = "a number, true or false"
    case schema = "a schema"
    case items = "a schema or an array of them"
  }

  var expected: Expected {
    switch self {
    case .type: .words
    case .properties, .definitions, .olderDefinitions, .patternProperties, .dependencies,
      .dependentRequired, .dependentSchemas:
      .object
    case .required, .enumeration, .anyOf, .oneOf, .allOf, .examples, .validations, .prefixItems:
      .array
    case .items, .additionalItems: .items
    case .minimum, .maximum, .multipleOf, .minLength, .maxLength, .minItems, .maxItems,
      .minProperties, .maxProperties, .minContains, .maxContains:
      .number
    case .exclusiveMinimum, .exclusiveMaximum: .numberOrFlag
    case .pattern, .reference, .format, .title, .description, .schema, .id, .comment, .anchor,
      .contentMediaType, .contentEncoding:
      .string
    case .uniqueItems, .nullable, .deprecated, .readOnly, .writeOnly: .boolean
    case .not, .condition, .then, .otherwise, .contains, .propertyNames, .additionalProperties,
      .unevaluatedProperties, .unevaluatedItems:
      .schema
    case .const, .defaultValue, .example: .anything
    }
  }
}

/// The words of rules that bindings can't express, for those who compare schemas.
package enum UncheckedKeywords {
  package static let words = Keyword.allCases.filter { !$0.isCheckedByBindings }.map(\.word)
}
