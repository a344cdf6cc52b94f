/// A type as it is spelled in source.
indirect enum SwiftType: Hashable, Sendable {
  /// A type of the standard library or of the runtime.
  case known(KnownType)
  /// A type of the emitted code.
  case emitted([SwiftName])
  case array(SwiftType)
  case optional(SwiftType)
  /// A value stored outside the structure that holds it.
  case indirect(SwiftType)

  var text: String {
    switch self {
    case .known(let type): type.rawValue
    case .emitted(let path): path.map(\.escaped).joined(separator: ".")
    case .array(let item): "[\(item.text)]"
    case .optional(let wrapped): "\(wrapped.text)?"
    case .indirect(let value): "Indirect<\(value.text)>"
    }
  }
}

/// The types that emitted code uses and doesn't declare.
enum KnownType: String, Hashable, Sendable {
  case string = "String"
  case int = "Int"
  case double = "Double"
  case bool = "Bool"
  case json = "JSONValue"
  case jsonObject = "JSONObject"
  case image = "ImageInput"
  case video = "VideoInput"
  case audio = "AudioInput"
  case mediaOutput = "MediaOutput"
  case modelID = "ModelID"
  case modelRequest = "ModelRequest"
  case modelObject = "ModelObject"
  case modelOutput = "ModelOutput"
  case outputObject = "OutputObject"
  case openEnum = "OpenEnum"
  case stringLiteral = "ExpressibleByStringLiteral"
  case integerLiteral = "ExpressibleByIntegerLiteral"
  case floatLiteral = "ExpressibleByFloatLiteral"
  case fieldVisitor = "FieldVisitor"
  case listedValues = "ListedValues"
  case mediaRule = "MediaRule"
  case numberBounds = "NumberBounds"
  case pattern = "Pattern"
  case runtimeVersion = "RuntimeVersion.V3"
  case selfType = "Self"
}
