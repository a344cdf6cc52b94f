import TestSupport

/// A property with random rules, and random values for it as Swift spells them: about half of them
/// break a rule.
struct RandomProperty {
  let schema: String
  /// A literal of the property's Swift type.
  let literal: (inout SeededGenerator) -> String

  static func make(_ random: inout SeededGenerator, depth: Int = 0) -> RandomProperty {
    let kinds: [(inout SeededGenerator, Int) -> RandomProperty] = [
      string, stringEnum, integer, integerEnum, number, boolean, media, array, object,
    ]
    let count = depth > 1 ? kinds.count - 2 : kinds.count
    return kinds[Int.random(in: 0..<count, using: &random)](&random, depth)
  }

  private static func string(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    var rules = ""
    if Bool.random(using: &random) {
      rules += #", "minLength": \#(Int.random(in: 0...3, using: &random))"#
    }
    if Bool.random(using: &random) {
      rules += #", "maxLength": \#(Int.random(in: 1...5, using: &random))"#
    }
    if Int.random(in: 0..<4, using: &random) == 0 { rules += #", "pattern": "^[a-c]+$""# }
    return RandomProperty(schema: #"{"type": "string"\#(rules)}"#) { random in
      let letters = ["a", "b", "é", "e\\u{301}", "👨‍👩‍👧", "z", "\\n", "\\\""]
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      return "\"\(text.joined())\""
    }
  }

  private static func stringEnum(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    RandomProperty(schema: #"{"type": "string", "enum": ["auto", "1:1", "2K"]}"#) { random in
      ["\"auto\"", "\"1:1\"", "\"2K\"", "\"2k\"", "\"\""][Int.random(in: 0..<5, using: &random)]
    }
  }

  private static func integer(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    var rules = ""
    for rule in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    where Int.random(in: 0..<3, using: &random) == 0 {
      rules += #", "\#(rule)": \#(Int.random(in: -3...8, using: &random))"#
    }
    if Int.random(in: 0..<3, using: &random) == 0 { rules += #", "multipleOf": 3"# }
    return RandomProperty(schema: #"{"type": "integer"\#(rules)}"#) { random in
      String(Int.random(in: -6...12, using: &random))
    }
  }

  private static func integerEnum(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    let isRange = Bool.random(using: &random)
    return RandomProperty(
      schema: #"{"type": "integer", "enum": \#(isRange ? "[1, 2, 3, 4]" : "[5, 10]")}"#
    ) { random in
      let values = isRange ? [0, 1, 4, 5] : [5, 10, 7]
      return String(values[Int.random(in: 0..<values.count, using: &random)])
    }
  }

  private static func number(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    var rules = ""
    for rule in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    where Int.random(in: 0..<3, using: &random) == 0 {
      rules += #", "\#(rule)": \#(Double(Int.random(in: -4...12, using: &random)) / 4)"#
    }
    if Int.random(in: 0..<3, using: &random) == 0 { rules += #", "multipleOf": 0.1"# }
    return RandomProperty(schema: #"{"type": "float"\#(rules)}"#) { random in
      let values = ["0.1", "0.25", "0.3", "1", "2.5", "-0.75", "1e21", "3.0000000000000004"]
      return values[Int.random(in: 0..<values.count, using: &random)]
    }
  }

  private static func boolean(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    RandomProperty(schema: #"{"type": "boolean"}"#) { Bool.random(using: &$0) ? "true" : "false" }
  }

  private static func media(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    RandomProperty(schema: #"{"type": "string", "format": "image_uri"}"#) { random in
      let texts = ["https://a.b/c", "boat.png", "data:video/mp4;base64,AA==", "http://h", ""]
      return "\"\(texts[Int.random(in: 0..<texts.count, using: &random)])\""
    }
  }

  private static func array(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    let item = make(&random, depth: depth + 1)
    var rules = ""
    if Bool.random(using: &random) {
      rules += #", "minItems": \#(Int.random(in: 0...2, using: &random))"#
    }
    if Bool.random(using: &random) {
      rules += #", "maxItems": \#(Int.random(in: 1...3, using: &random))"#
    }
    if Bool.random(using: &random) { rules += #", "uniqueItems": true"# }
    return RandomProperty(schema: #"{"type": "array", "items": \#(item.schema)\#(rules)}"#) {
      random in
      let count = Int.random(in: 0...4, using: &random)
      let items = (0..<count).map { _ in item.literal(&random) }
      return "[\(items.joined(separator: ", "))]"
    }
  }

  private static func object(_ random: inout SeededGenerator, _ depth: Int) -> RandomProperty {
    let object = RandomObject.make(&random, depth: depth + 1)
    return RandomProperty(schema: object.schema) { ".init" + object.arguments(&$0) }
  }
}

/// An object with random properties.
struct RandomObject {
  let schema: String
  private let properties: [(name: String, isRequired: Bool, property: RandomProperty)]
  private let isClosed: Bool

  static func make(_ random: inout SeededGenerator, depth: Int = 0) -> RandomObject {
    var properties: [(name: String, isRequired: Bool, property: RandomProperty)] = []
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let isRequired = Bool.random(using: &random)
      properties.append(("p\(index)", isRequired, .make(&random, depth: depth)))
    }
    let isClosed = Int.random(in: 0..<4, using: &random) == 0
    let list = properties.map { "\"\($0.name)\": \($0.property.schema)" }.joined(separator: ", ")
    let required = properties.filter(\.isRequired).map { "\"\($0.name)\"" }.joined(separator: ", ")
    return RandomObject(
      schema: #"{"type": "object", "required": [\#(required)], "properties": {\#(list)}"#
        + (isClosed ? #", "additionalProperties": false}"# : "}"),
      properties: properties, isClosed: isClosed)
  }

  /// The arguments of the type's initializer, optional ones now and then.
  func arguments(_ random: inout SeededGenerator) -> String {
    let ordered = properties.filter(\.isRequired) + properties.filter { !$0.isRequired }
    var arguments = ordered.compactMap { name, isRequired, property -> String? in
      let isLeftOut = !isRequired && Bool.random(using: &random)
      return isLeftOut ? nil : "\(name): \(property.literal(&random))"
    }
    if Int.random(in: 0..<6, using: &random) == 0 { arguments.append(#"extraFields: ["more": 1]"#) }
    return "(\(arguments.joined(separator: ", ")))"
  }
}
