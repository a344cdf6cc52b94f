package import ModelCore

/// Everything that is known of each keyword. The article *Supported schema keywords* shows the same
/// table to readers; a test compares the two.
package enum KeywordTable {
  /// The specification that introduced a keyword.
  package enum Origin: String, Sendable {
    case draft4 = "JSON Schema draft 4"
    case draft6 = "JSON Schema draft 6"
    case draft7 = "JSON Schema draft 7"
    case draft2019 = "JSON Schema 2019-09"
    case draft2020 = "JSON Schema 2020-12"
    case openAPI = "OpenAPI"
    case vendor = "model vendors"
  }

  /// The form of a keyword's value.
  package enum Value: Sendable {
    case anything
    case string, number, boolean
    /// A number, or, up to draft 4, a flag for the bound beside it.
    case numberOrFlag
    /// A string or an array of strings.
    case words
    /// An array of values, or of keys, in any order.
    case values, keys
    /// An array of rules of the vendors.
    case rules
    /// A schema.
    case schema
    /// A schema for all items, or an array of schemas by position.
    case schemaOrList
    /// An array of schemas in any order.
    case schemas
    /// An array of schemas by position.
    case schemaList
    /// An object of schemas by name.
    case namedSchemas
    /// An object of schemas or arrays of keys, by name.
    case namedSchemasOrKeys
    /// An object of arrays of keys, by name.
    case namedKeys
  }

  /// The effects of a keyword on generated code.
  package struct Effects: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It shapes the Swift type.
    package static let typed = Effects(rawValue: 1)
    /// It is checked before a request is sent.
    package static let enforced = Effects(rawValue: 2)
    /// It is part of the documentation comments.
    package static let documented = Effects(rawValue: 4)
    /// It is reported as not validated, always or where it can't be typed.
    package static let reported = Effects(rawValue: 8)
  }

  /// The treatment of a keyword in full validation.
  package enum Validation: Sendable {
    case enforced
    /// It says nothing about which values are valid.
    case annotation
    /// The same, and it names schemas or holds them.
    case structure
  }

  struct Row: Sendable {
    let keyword: Keyword
    let word: String
    let origin: Origin
    let value: Value
    let effects: Effects
    let validation: Validation
    let types: JSONTypes

    init(
      _ keyword: Keyword, as word: String? = nil, _ origin: Origin, _ value: Value,
      _ effects: Effects, _ validation: Validation = .enforced, of types: JSONTypes = []
    ) {
      self.keyword = keyword
      self.word = word ?? String(describing: keyword)
      self.origin = origin
      self.value = value
      self.effects = effects
      self.validation = validation
      self.types = types
    }
  }

  /// In the order of the cases.
  static let rows: [Row] = [
    Row(.type, .draft4, .words, [.typed, .enforced]),
    Row(.properties, .draft4, .namedSchemas, [.typed, .enforced], of: .object),
    Row(.required, .draft4, .keys, [.typed, .enforced], of: .object),
    Row(.items, .draft4, .schemaOrList, [.typed, .enforced, .reported], of: .array),
    Row(.enumeration, as: "enum", .draft4, .values, [.typed, .enforced]),
    Row(.const, .draft6, .anything, [.typed, .enforced]),
    Row(.defaultValue, as: "default", .draft4, .anything, [.typed, .documented], .annotation),

    Row(.minimum, .draft4, .number, [.enforced, .documented], of: .number),
    Row(.maximum, .draft4, .number, [.enforced, .documented], of: .number),
    Row(.exclusiveMinimum, .draft4, .numberOrFlag, [.enforced, .documented], of: .number),
    Row(.exclusiveMaximum, .draft4, .numberOrFlag, [.enforced, .documented], of: .number),
    Row(.multipleOf, .draft4, .number, [.enforced, .documented], of: .number),
    Row(.minLength, .draft4, .number, [.enforced, .documented], of: .string),
    Row(.maxLength, .draft4, .number, [.enforced, .documented], of: .string),
    Row(.pattern, .draft4, .string, [.enforced, .documented], of: .string),
    Row(.minItems, .draft4, .number, [.enforced, .documented], of: .array),
    Row(.maxItems, .draft4, .number, [.enforced, .documented], of: .array),
    Row(.uniqueItems, .draft4, .boolean, [.enforced, .documented], of: .array),

    Row(.additionalProperties, .draft4, .schema, [.reported], of: .object),
    Row(.nullable, .openAPI, .boolean, [.typed, .documented]),
    Row(.anyOf, .draft4, .schemas, [.typed, .reported]),
    Row(.oneOf, .draft4, .schemas, [.typed, .reported]),
    Row(.allOf, .draft4, .schemas, [.typed]),
    Row(.reference, as: "$ref", .draft4, .string, [.typed]),

    Row(.format, .draft4, .string, [.typed, .enforced]),
    Row(.title, .draft4, .string, [.documented], .annotation),
    Row(.description, .draft4, .string, [.documented], .annotation),
    Row(.examples, .draft6, .values, [], .annotation),
    Row(.example, .openAPI, .anything, [], .annotation),
    Row(.deprecated, .draft2019, .boolean, [.documented], .annotation),
    Row(.validations, .vendor, .rules, [.enforced, .documented]),

    Row(.schema, as: "$schema", .draft4, .string, [], .structure),
    Row(.id, as: "$id", .draft6, .string, [], .structure),
    Row(.comment, as: "$comment", .draft7, .string, [], .annotation),
    Row(.definitions, as: "$defs", .draft2019, .namedSchemas, [], .structure),
    Row(.olderDefinitions, as: "definitions", .draft4, .namedSchemas, [], .structure),
    Row(.anchor, as: "$anchor", .draft2019, .string, [], .structure),
    Row(.dynamicAnchor, as: "$dynamicAnchor", .draft2020, .string, [], .structure),
    Row(.recursiveAnchor, as: "$recursiveAnchor", .draft2019, .boolean, [], .structure),
    Row(.readOnly, .draft7, .boolean, [], .annotation),
    Row(.writeOnly, .draft7, .boolean, [], .annotation),
    Row(.contentMediaType, .draft7, .string, [], .annotation),
    Row(.contentEncoding, .draft7, .string, [], .annotation),

    Row(.not, .draft4, .schema, [.reported]),
    Row(.condition, as: "if", .draft7, .schema, [.reported]),
    Row(.then, .draft7, .schema, [.reported]),
    Row(.otherwise, as: "else", .draft7, .schema, [.reported]),
    Row(.contains, .draft6, .schema, [.reported], of: .array),
    Row(.propertyNames, .draft6, .schema, [.reported], of: .object),
    Row(.patternProperties, .draft4, .namedSchemas, [.reported], of: .object),
    Row(.dependencies, .draft4, .namedSchemasOrKeys, [.reported], of: .object),
    Row(.additionalItems, .draft4, .schemaOrList, [.reported], of: .array),
    Row(.minProperties, .draft4, .number, [.reported], of: .object),
    Row(.maxProperties, .draft4, .number, [.reported], of: .object),
    Row(.prefixItems, .draft2020, .schemaList, [.reported], of: .array),
    Row(.dependentRequired, .draft2019, .namedKeys, [.reported], of: .object),
    Row(.dependentSchemas, .draft2019, .namedSchemas, [.reported], of: .object),
    Row(.unevaluatedProperties, .draft2019, .schema, [.reported], of: .object),
    Row(.unevaluatedItems, .draft2019, .schema, [.reported], of: .array),
    Row(.minContains, .draft2019, .number, [.reported], of: .array),
    Row(.maxContains, .draft2019, .number, [.reported], of: .array),
    Row(.dynamicReference, as: "$dynamicRef", .draft2020, .string, [.reported]),
    Row(.recursiveReference, as: "$recursiveRef", .draft2019, .string, [.reported]),
  ]

  /// The numbers of the words, which are those of the cases.
  static let lookup = WordTable(rows.map(\.word))
}

extension KeywordTable.Value {
  /// Returns whether a value of this kind can be one.
  package func takes(_ kind: JSONKind) -> Bool {
    switch self {
    case .anything: true
    case .string: kind == .string
    case .number: kind == .number
    case .boolean: kind == .bool
    case .numberOrFlag: kind == .number || kind == .bool
    case .words: kind == .string || kind == .array
    case .values, .keys, .rules, .schemas, .schemaList: kind == .array
    case .schema: kind == .object || kind == .bool
    case .schemaOrList: kind == .object || kind == .bool || kind == .array
    case .namedSchemas, .namedSchemasOrKeys, .namedKeys: kind == .object
    }
  }

  /// The values of this kind, in words.
  package var expectation: String {
    switch self {
    case .anything: "a value"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .numberOrFlag: "a number, true or false"
    case .words: "a string or an array of strings"
    case .values, .keys, .rules, .schemas, .schemaList: "an array"
    case .schema: "a schema"
    case .schemaOrList: "a schema or an array of them"
    case .namedSchemas, .namedSchemasOrKeys, .namedKeys: "an object"
    }
  }
}
