import ModelCore
import ModelSchema
import ModelTesting

/// Values for missing required keys, so that a model can be tried without knowing it.
enum SampleValues {
  /// Returns a whole sample body.
  static func body(for model: Model) -> JSONObject { SampleBody.make(for: model) }

  /// Adds what is required and missing, and tells which keys that were.
  static func filled(_ body: JSONObject, for model: Model) -> (body: JSONObject, keys: [String]) {
    let sample = SampleBody.make(for: model)
    let required =
      model.input.properties.filter(\.isRequired).map(\.key) + model.input.undescribedRequired
    var (body, keys) = (body, [String]())
    for key in required where body[key] == nil {
      guard let value = sample[key] else { continue }
      body[key] = value
      keys.append(key)
    }
    return (body, keys)
  }
}
