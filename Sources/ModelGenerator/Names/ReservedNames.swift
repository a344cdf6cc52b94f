/// Names that mean something else in the places where emitted names stand.
enum ReservedNames {
  /// Members that emitted types have from their protocols.
  static func isTaken(property name: String) -> Bool { propertyNames.contains(name) }

  private static let propertyNames: Set<String> = [
    "self", "init", "extraFields", "validate", "write", "json", "jsonBytes", "description",
    "debugDescription", "hash", "hashValue", "encode", "validationIssues", "uncheckedRules",
    "deinit", "subscript", "visit", "writeValue",
  ]

  /// Members of value types, and names that mislead: `.none` on an optional is nil.
  static func isTaken(value name: String) -> Bool { valueNames.contains(name) }

  private static let valueNames: Set<String> = [
    "none", "some", "self", "init", "type", "protocol", "allCases", "rawValue", "known",
    "isKnown", "knownValues", "value", "description", "hash", "hashValue", "write", "json",
    "deinit",
    "subscript", "encode", "writeValue",
  ]

  /// Types that emitted code names without saying where they are from, so that no namespace or
  /// model may hide them.
  static func isTaken(type name: String) -> Bool {
    typeNames.contains(name) || name.hasSuffix("Value") || name.hasSuffix("Item")
  }

  /// The same for a type that only the code of one model sees.
  static func isTaken(definition name: String) -> Bool { typeNames.contains(name) }

  private static let typeNames: Set<String> = [
    "Any", "Array", "AudioInput", "Bool", "Character", "Defaults", "Dictionary", "Double", "Error",
    "ExpressibleByFloatLiteral", "ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral",
    "FieldValue", "FieldVisitor", "FieldWriter", "Float", "Foundation", "GeneratedFor",
    "ImageInput", "Indirect", "Int", "JSONNumber", "JSONObject", "JSONValue", "JSONWriter",
    "ListedValues", "MediaInput", "MediaOutput", "MediaProbe", "MediaRule", "ModelCore", "ModelID",
    "ModelObject", "ModelOutput", "ModelRequest", "ModelRuntime", "Never", "NumberBounds",
    "OpenEnum",
    "Optional", "Output", "OutputObject", "Pattern", "Protocol", "RuntimeVersion", "Self", "Set",
    "String", "Swift", "Type", "ValidationIssues", "VideoInput", "Void",
  ]
}
