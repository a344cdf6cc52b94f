import ModelSchema
import TestSupport

/// Models with properties of every shape, called anything.
enum RandomModels {
  static func model(_ id: String, using random: inout SeededGenerator) throws -> Model {
    let properties = object(depth: 0, using: &random)
    let output =
      Bool.random(using: &random) ? ", \"output\": \(object(depth: 1, using: &random))" : ""
    return try Models.read(
      "{\"model_id\": \(Models.quoted(id)), \"input\": \(properties)\(output)}")
  }

  private static func object(depth: Int, using random: inout SeededGenerator) -> String {
    let keys = RandomNames.texts(Int.random(in: 1...7, using: &random), using: &random)
    let required = keys.filter { _ in Bool.random(using: &random) }
    let members = keys.map { key in
      "\(Models.quoted(key)): \(schema(depth: depth + 1, using: &random))"
    }
    return """
      {"type": "object", "required": [\(required.map(Models.quoted).joined(separator: ","))],
       "properties": {\(members.joined(separator: ","))},
       "additionalProperties": \(Bool.random(using: &random))}
      """
  }

  private static func schema(depth: Int, using random: inout SeededGenerator) -> String {
    let nullable = Bool.random(using: &random) ? ", \"nullable\": true" : ""
    switch Int.random(in: 0..<(depth < 4 ? 12 : 9), using: &random) {
    case 0:
      return #"{"type": "string", "minLength": 1, "maxLength": 9, "pattern": "^a"\#(nullable)}"#
    case 1:
      return
        #"{"type": "integer", "minimum": 0.5, "exclusiveMaximum": 9, "default": 3\#(nullable)}"#
    case 2:
      return #"{"type": "number", "maximum": 1e400, "multipleOf": 0.1, "default": 2\#(nullable)}"#
    case 3: return #"{"type": "boolean", "default": true\#(nullable)}"#
    case 4:
      return """
        {"type": "string", "format": "image_uri"\(nullable), "validations":
         [{"validation_rule": "fps<=", "validation_value": 3}]}
        """
    case 5: return #"{"type": "integer", "enum": [1, 2, 3, 4]\#(nullable)}"#
    case 6: return #"{"enum": [0.5, 1, 2.5, null], "default": 0.7}"#
    case 7: return "{}"
    case 8:
      let values = RandomNames.texts(Int.random(in: 1...9, using: &random), using: &random)
      return "{\"enum\": [\(values.map(Models.quoted).joined(separator: ","))]\(nullable)}"
    case 9, 10:
      let item = schema(depth: depth + 1, using: &random)
      return
        "{\"type\": \"array\", \"maxItems\": 4, \"uniqueItems\": true, \"items\": \(item)\(nullable)}"
    default: return object(depth: depth + 1, using: &random)
    }
  }
}
