package import ModelCore

/// The kinds of value that a schema's `type` names.
package struct JSONTypes: OptionSet, Sendable {
  package let rawValue: UInt8

  package static let null = JSONTypes(rawValue: 1)
  package static let boolean = JSONTypes(rawValue: 2)
  package static let integer = JSONTypes(rawValue: 4)
  package static let number = JSONTypes(rawValue: 8)
  package static let string = JSONTypes(rawValue: 16)
  package static let array = JSONTypes(rawValue: 32)
  package static let object = JSONTypes(rawValue: 64)

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The type of a word, the dialect's own synonyms included; nil for any other word.
  package init?(word: String) {
    switch word {
    case "null": self = .null
    case "boolean", "bool": self = .boolean
    case "integer", "int", "long": self = .integer
    case "number", "float", "double": self = .number
    case "string": self = .string
    case "array": self = .array
    case "object": self = .object
    default: return nil
    }
  }

  /// The type that a value of a kind has for sure; whether a number is an integer depends on it.
  package init(_ kind: JSONKind) {
    switch kind {
    case .null: self = .null
    case .bool: self = .boolean
    case .number: self = .number
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }

  /// The standard words of the types.
  package var standardWords: [String] {
    let all: [JSONTypes] = [.string, .integer, .number, .boolean, .array, .object, .null]
    return all.filter(contains).map(JSONTypes.standardWord)
  }

  /// The standard word of a single type.
  package static func standardWord(of type: JSONTypes) -> String {
    switch type {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    default: "object"
    }
  }
}
