@_spi(Generated) import ModelCore
import ModelSchema

/// One schema, read once: what it asks of a value, sorted by the kind of value it asks it of.
///
/// Schemas inside it are named by their number in the table of ``SchemaCheck``, so that a schema
/// may refer to itself.
final class CompiledSchema: Sendable {
  let rules: SchemaRuleSet

  init(_ rules: SchemaRuleSet) { self.rules = rules }
}

struct SchemaRuleSet: Sendable {
  /// The schema is `false`.
  var allowsNothing = false
  /// `nullable: true`: null is a value of the schema whatever else it says.
  var isNullable = false
  /// Nil where any type will do.
  var types: JSONTypes?
  /// The words for `types`, in the schema's order, and whether one of them is not known.
  var typeWords: [String] = []
  var hasUnknownType = false
  var known: [KnownJSONValues] = []
  var number: NumberCheck?
  var text: TextCheck?
  var media: MediaCheck?
  var array: ArrayCheck?
  var object: ObjectCheck?
  var forms: FormCheck?
  var unevaluated: UnevaluatedCheck?
  /// The number of the schema resource that the schema belongs to, in documents in which it decides
  /// the targets of references.
  var resource = 0
  /// The rules that can't be checked, for each value that the schema applies to.
  var unchecked: [(rule: ValidationRule, reason: String)] = []
}

/// The schemas of the keys or items that no other keyword of a schema describes.
struct UnevaluatedCheck: Sendable {
  var properties: Int?
  var items: Int?
}

/// `enum`, or `const` as an enum of one.
struct KnownJSONValues: Sendable {
  var rule: ValidationRule
  var strings = WordTable()
  /// Numbers twice: those that fit the quick way, and all of them.
  var quickNumbers: [QuickNumber] = []
  var numbers: [JSONNumber] = []
  /// Everything that is neither string nor number.
  var others: [JSONValue] = []
  /// All of them, for messages.
  var values: [JSONNode]
}

struct NumberCheck: Sendable {
  var bounds: NumberBounds
  /// The same for the quick way; a bound that does not fit sends every number the exact way.
  var lower: QuickNumber?
  var lowerIsExclusive = false
  var upper: QuickNumber?
  var upperIsExclusive = false
  var divisor: QuickNumber?
  var isQuick: Bool
}

struct TextCheck: Sendable {
  var minLength: Int?
  var maxLength: Int?
  var pattern: Pattern?
}

/// The rules of a schema on media files, for a string or an array of them.
struct MediaCheck: Sendable {
  /// Nil where there is no media format, or where the schema of the items has one of its own.
  var kind: MediaKind?
  /// The schema says nothing else about an array's items: they must then be media.
  var holdsNothingElse = false
  /// The names of the `validations`, which a file's address alone can't tell.
  var fileRules: [ValidationRule] = []
}

struct ArrayCheck: Sendable {
  enum Items: Sendable {
    case any
    case all(Int)
    /// Nil for an item that may be anything, as far as is known.
    case tuple([Int?], additional: Int?)
  }

  struct Contains: Sendable {
    var schema: Int
    var minimum: Int?
    var maximum: Int?
    /// The items that it matches count as evaluated.
    var evaluatesItems: Bool
  }

  var minItems: Int?
  var maxItems: Int?
  var mustBeUnique = false
  var items = Items.any
  var contains: Contains?

  /// A Boolean value that indicates whether the items must be counted before each one is checked.
  var looksAtItemsTogether: Bool { minItems != nil || maxItems != nil || mustBeUnique }
}

struct ObjectCheck: Sendable {
  struct Property: Sendable {
    var key: String
    /// Nil for a key that is only required, or that others depend on.
    var schema: Int?
    var isRequired: Bool
  }

  struct Dependency: Sendable {
    enum Demand: Sendable {
      case keys([String])
      case schema(Int)
    }

    var key: String
    var rule: ValidationRule
    var demand: Demand
  }

  /// The keys of the properties below, in the same order.
  var keys = WordTable()
  /// `properties` in the schema's order, then required keys that are none of them.
  var properties: [Property] = []
  /// Nil where other keys may hold anything.
  var additional: Int?
  var additionalIsForbidden = false
  var patterns: [(pattern: Pattern, schema: Int)] = []
  /// A key pattern could not be read: which keys are additional can't be told.
  var hasUnknownPattern = false
  var propertyNames: Int?
  var minProperties: Int?
  var maxProperties: Int?
  var dependencies: [Dependency] = []
  /// `additionalProperties` is there: no key is left unevaluated.
  var evaluatesOtherKeys = false

  /// A Boolean value that indicates whether keys other than properties are checked.
  var looksAtOtherKeys: Bool {
    additional != nil || additionalIsForbidden || !patterns.isEmpty || propertyNames != nil
  }
}

/// Schemas that the same value must fit, or must not.
struct FormCheck: Sendable {
  /// Behind a reference, since few schemas have any: copies cost less.
  final class References: Sendable {
    let check: ReferenceCheck

    init(_ check: ReferenceCheck) { self.check = check }
  }

  var references: References?
  var allOf: [Int] = []
  var anyOf: [Int] = []
  var oneOf: [Int] = []
  var not: Int?
  var condition: Int?
  var then: Int?
  var otherwise: Int?

  var isEmpty: Bool {
    references == nil && allOf.isEmpty && anyOf.isEmpty
      && oneOf.isEmpty && not == nil && condition == nil
  }
}

/// The schemas that references add to a schema, where other keywords apply beside them.
struct ReferenceCheck: Sendable {
  /// A reference whose target depends on the resources that were entered before.
  struct Dynamic: Sendable {
    var fallback: Int
    var candidates: [(resource: Int, schema: Int)]
  }

  var targets: [Int] = []
  var dynamic: [Dynamic] = []

  var isEmpty: Bool { targets.isEmpty && dynamic.isEmpty }
}
