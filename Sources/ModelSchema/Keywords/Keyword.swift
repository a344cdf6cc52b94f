package import ModelCore

/// A keyword that schemas of models use: JSON Schema's, OpenAPI's, and those of the vendors.
///
/// Everything that is known of a keyword is in ``KeywordTable``. Code that has to know keywords asks
/// for what it needs (`constrains`, `holdsSchemas` …) instead of listing them.
package enum Keyword: UInt8, CaseIterable, Sendable {
  case type, properties, required, items, enumeration, const, defaultValue
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case minLength, maxLength, pattern, minItems, maxItems, uniqueItems
  case additionalProperties, nullable, anyOf, oneOf, allOf, reference
  case format, title, description, examples, example, deprecated, validations
  case schema, id, comment, definitions, olderDefinitions, anchor
  case dynamicAnchor, recursiveAnchor
  case readOnly, writeOnly, contentMediaType, contentEncoding
  // Those that the generated code never checks. They come last, so that one comparison of bits
  // tells whether a schema has any.
  case not, condition, then, otherwise, contains, propertyNames, patternProperties
  case dependencies, additionalItems, minProperties, maxProperties, prefixItems
  case dependentRequired, dependentSchemas, unevaluatedProperties, unevaluatedItems
  case minContains, maxContains, dynamicReference, recursiveReference

  /// One bit of 64, for sets of keywords that cost nothing.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  private var row: KeywordTable.Row { KeywordTable.rows[Int(rawValue)] }

  /// The keyword as a schema spells it.
  package var word: String { row.word }

  /// The specification that introduced the keyword.
  package var origin: KeywordTable.Origin { row.origin }

  /// The form of the keyword's value.
  package var value: KeywordTable.Value { row.value }

  /// The effects of the keyword on generated code; empty for an annotation.
  package var effects: KeywordTable.Effects { row.effects }

  /// The treatment of the keyword in full validation.
  package var validation: KeywordTable.Validation { row.validation }

  /// The types that the keyword is about: values of other types always pass. Empty for keywords
  /// about every value.
  package var types: JSONTypes { row.types }

  /// A Boolean value that indicates whether the keyword asks something of a value.
  package var constrains: Bool {
    switch row.validation {
    case .enforced: true
    case .annotation, .structure: false
    }
  }

  /// A Boolean value that indicates whether generated code never checks the keyword, which is
  /// reported.
  var isReported: Bool { rawValue >= Keyword.not.rawValue }

  /// A Boolean value that indicates whether the value is a text for people.
  package var isText: Bool {
    switch self {
    case .title, .description, .comment: true
    default: false
    }
  }
}

extension Keyword {
  /// The keyword with this spelling.
  package init?(_ word: String) {
    guard let keyword = Keyword.byWord[word] else { return nil }
    self = keyword
  }

  /// The keyword that the key of a schema is, found without making a string of it.
  package init?(key: JSONNode) {
    guard let index = KeywordTable.lookup.index(of: key) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.word, $0) })

  /// The bits of the keywords that ask something of a value.
  static let constrainingBits = allCases.filter(\.constrains).reduce(UInt64(0)) { $0 | $1.bit }

  /// A Boolean value that indicates whether the keyword asks something of a value and draft 7
  /// doesn't have it.
  package var isLaterRule: Bool { bit & Keyword.laterRuleBits != 0 }

  private static let laterRuleBits = allCases.filter {
    $0.constrains && !SchemaDialect.draft7.has($0)
  }
  .reduce(UInt64(0)) { $0 | $1.bit }

  /// The spellings of all keywords.
  package static let words = allCases.map(\.word)

  /// The keywords that generated code never checks.
  package static let reported = allCases.filter(\.isReported)
}

extension JSONNode {
  /// The value of a keyword of a schema.
  package subscript(keyword: Keyword) -> JSONNode? { self[keyword.word] }
}
