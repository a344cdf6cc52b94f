/// The words of the dialect.
enum Keywords {
  /// Words that shape the Swift type or become a check in the bindings.
  static var understood: [String] {
    [
      "type", "properties", "required", "items", "enum", "const", "default", "minimum", "maximum",
      "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
      "minItems", "maxItems", "uniqueItems", "additionalProperties", "nullable", "anyOf", "oneOf",
      "allOf", "$ref", "format", "title", "description", "examples", "example", "deprecated",
      "validations",
    ]
  }

  /// Words that hold definitions or say something about the schema itself.
  static var silent: [String] {
    [
      "$schema", "$id", "$comment", "$defs", "definitions", "readOnly", "writeOnly", "$anchor",
      "contentMediaType", "contentEncoding",
    ]
  }

  /// Words of JSON Schema that the check of a JSON body knows and bindings can't express.
  static var dynamicOnly: [String] {
    [
      "not", "if", "then", "else", "contains", "propertyNames", "patternProperties",
      "dependencies", "additionalItems", "minProperties", "maxProperties", "prefixItems",
      "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems",
      "minContains", "maxContains",
    ]
  }

  /// How else the dialect spells a type, with the standard word.
  static func standardType(_ word: String) -> String? {
    switch word {
    case "float", "double": "number"
    case "int", "long": "integer"
    case "bool": "boolean"
    default: nil
    }
  }

  static var types: [String] {
    ["string", "integer", "number", "boolean", "array", "object", "null"]
  }
}
