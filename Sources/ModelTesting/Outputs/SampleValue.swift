@_spi(Generated) package import ModelCore
package import ModelSchema
import SchemaValidator

/// Makes values that fit a schema: the schema's own samples where it has any, addresses of files
/// where files are meant, and the simplest value that the rules allow elsewhere.
struct SampleValue {
  /// Items or characters, whatever a schema asks for: a sample has to be made and sent.
  private static let mostParts = 100_000

  /// The files to name; for bodies a place on the web that anybody may use.
  let urls: OutputURLs

  /// - Parameter wholly: With the keys that aren't required too.
  func object(_ shape: ObjectShape, wholly: Bool) -> JSONObject {
    var json = JSONObject()
    for property in shape.properties
    where wholly && !property.shape.isRecursive || property.isRequired {
      json[property.key] =
        own(property.node) ?? value(property.shape, key: property.key, node: property.node)
    }
    for key in shape.undescribedRequired { json[key] = .string(key) }
    return json
  }

  /// Returns a value that the schema itself contains.
  private func own(_ node: JSONNode) -> JSONValue? {
    let first = node[.examples]?.elements.first { _ in true }
    let found = node[.const] ?? node[.defaultValue] ?? node[.example] ?? first
    return found.flatMap { $0.isNull ? nil : JSONValue($0) }
  }

  func value(_ shape: Shape, key: String, node: JSONNode?) -> JSONValue {
    switch shape {
    case .boolean: return true
    case .integer(let rules):
      return .number(JSONNumber(Int(exactly: number(rules).rounded(.up)) ?? 0))
    case .number(let rules): return JSONNumber(number(rules)).map(JSONValue.number) ?? .null
    case .knownValues(let set): return first(of: set)
    case .media(let media): return .string(urls[media.kind, 0])
    case .string(let rules): return .string(text(rules, key: key, node: node))
    case .array(let array): return .array(items(array, key: key, node: node?[.items]))
    case .object(let object): return .object(self.object(object, wholly: true))
    case .anyObject, .recursive: return [:]
    case .any: return .string(address(key) ?? key)
    }
  }

  private func items(_ array: ArrayShape, key: String, node: JSONNode?) -> [JSONValue] {
    let most = min(array.maxItems ?? .max, Self.mostParts)
    let count = min(max(array.minItems ?? 0, urls.settings.count), most)
    return (0..<count).map { index in
      if case .media(let media) = array.item { return .string(urls[media.kind, index]) }
      if case .string = array.item, let kind = kind(key) { return .string(urls[kind, index]) }
      return value(array.item, key: key, node: node)
    }
  }

  private func first(of set: KnownSet) -> JSONValue {
    switch set {
    case .strings(let values): .string(values.first ?? "")
    case .integers(let values): .number(JSONNumber(values.first ?? 0))
    case .numbers(let values): .number(values.first ?? JSONNumber(0))
    }
  }

  private func number(_ rules: NumberRules) -> Double {
    if let range = rules.enumeratedRange { return Double(range.lowerBound) }
    let bounds = rules.bounds
    if bounds.multipleOf == nil, let least = bounds.minimum?.double { return least }
    let step = bounds.multipleOf?.double ?? 1
    if let least = bounds.minimum?.double { return (least / step).rounded(.up) * step }
    if let least = bounds.exclusiveMinimum?.double {
      return ((least / step).rounded(.down) + 1) * step
    }
    let below = bounds.exclusiveMaximum.map { $0.double - step }
    guard let most = bounds.maximum?.double ?? below else { return step }
    return min(step, (most / step).rounded(.down) * step)
  }

  private func text(_ rules: StringRules, key: String, node: JSONNode?) -> String {
    if node?[.format]?.string == "uri" || kind(key) != nil, let address = address(key) {
      return address
    }
    let text = "A sample \(key)"
    let least = min(rules.minLength ?? 0, Self.mostParts)
    let long = text + String(repeating: ".", count: max(0, least - text.count))
    return String(long.prefix(max(rules.maxLength ?? .max, 0)))
  }

  private func address(_ key: String) -> String? {
    urls[kind(key) ?? urls.settings.kind, 0]
  }

  /// Returns the kind of media that a key such as `audio_urls` names.
  private func kind(_ key: String) -> MediaKind? { OutputKind.named(key) }
}

/// Sample request bodies.
package enum SampleBody {
  /// The model's example, or else what its schema gives as defaults, with the simplest value that
  /// is allowed for a required key that has none. Files are addresses at example.com.
  package static func make(for model: Model) -> JSONObject {
    if let example = model.example, example.kind == .object,
      BodyCheck(model).check(example).isValid
    {
      return JSONObject(example)
    }
    let settings = OutputSettings(
      kind: .image, count: 1, width: 1, height: 1, seconds: 1, digest: 0)
    let sample = SampleValue(
      urls: OutputURLs(base: "https://example.com/files", settings: settings))
    return sample.object(model.input, wholly: false)
  }
}
