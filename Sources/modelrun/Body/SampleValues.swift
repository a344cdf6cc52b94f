import JSONTree
import ModelSchema
import SchemaRules

/// Values for required keys that nobody gave, so that a model can be tried without knowing it.
///
/// The vendor's own example comes first, then the schema's default, then anything that the rules
/// allow.
enum SampleValues {
  /// The whole body for somebody who gave nothing.
  static func body(for model: Model) -> JSONObject {
    let example = model.example.map { JSONObject($0) } ?? JSONObject()
    return filled(example, for: model).body
  }

  /// Adds what is required and missing, and tells which keys that were.
  static func filled(_ body: JSONObject, for model: Model) -> (body: JSONObject, keys: [String]) {
    var (body, keys) = (body, [String]())
    for property in model.input.properties where property.isRequired && body[property.key] == nil {
      body[property.key] =
        model.example?[property.key].map { JSONValue($0) } ?? value(property)
      keys.append(property.key)
    }
    for key in model.input.undescribedRequired where body[key] == nil {
      body[key] = model.example?[key].map { JSONValue($0) } ?? "sample"
      keys.append(key)
    }
    return (body, keys)
  }

  private static func value(_ property: Property) -> JSONValue {
    if let node = property.defaultValue, !node.isNull, node.string != "" { return JSONValue(node) }
    return value(property.shape, 0)
  }

  /// - Parameter index: Makes items differ from each other.
  private static func value(_ shape: Shape, _ index: Int) -> JSONValue {
    switch shape {
    case .string(let rules): .string(text(rules, index))
    case .boolean: .bool(index > 0)
    case .integer(let rules):
      .number(JSONNumber((rules.enumeratedRange?.lowerBound ?? whole(rules.bounds)) + index))
    case .number(let rules): number(rules.bounds)
    case .published(let set): published(set, index)
    case .media(let media): .string("https://example.com/sample-\(index + 1).\(ending(media.kind))")
    case .array(let array):
      .array((0..<max(1, array.minItems ?? 1)).map { value(array.item, $0) })
    case .object(let object):
      .object(
        JSONObject(
          object.properties.filter(\.isRequired).map { ($0.key, value($0)) }))
    case .anyObject: .object([:])
    case .any: "sample"
    }
  }

  private static func text(_ rules: StringRules, _ index: Int) -> String {
    var text = index == 0 ? "sample" : "sample \(index + 1)"
    while text.unicodeScalars.count < rules.minLength ?? 0 { text += " sample" }
    return String(text.prefix(rules.maxLength ?? text.count))
  }

  private static func whole(_ bounds: NumberBounds) -> Int {
    let lowest = bounds.minimum?.int ?? bounds.exclusiveMinimum?.int.map { $0 + 1 }
    if let divisor = bounds.multipleOf?.int, divisor > 0 {
      return ((lowest ?? divisor) + divisor - 1) / divisor * divisor
    }
    return lowest ?? bounds.maximum?.int ?? bounds.exclusiveMaximum?.int.map { $0 - 1 } ?? 1
  }

  private static func number(_ bounds: NumberBounds) -> JSONValue {
    if let bound = bounds.minimum ?? bounds.maximum { return .number(bound) }
    if let low = bounds.exclusiveMinimum?.double, let high = bounds.exclusiveMaximum?.double {
      return JSONNumber((low + high) / 2).map { .number($0) } ?? 1
    }
    return .number(JSONNumber(whole(bounds)))
  }

  private static func published(_ set: PublishedSet, _ index: Int) -> JSONValue {
    func choice<Value>(_ values: [Value]) -> Value? {
      values.isEmpty ? nil : values[index % values.count]
    }
    return switch set {
    case .strings(let values): choice(values).map { .string($0) } ?? .null
    case .integers(let values): choice(values).map { .number(JSONNumber($0)) } ?? .null
    case .numbers(let values): choice(values).map { .number($0) } ?? .null
    }
  }

  private static func ending(_ kind: MediaKind) -> String {
    switch kind {
    case .image: "png"
    case .video: "mp4"
    case .audio: "wav"
    }
  }
}
