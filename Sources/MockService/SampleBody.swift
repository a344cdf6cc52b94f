import BodyChecks
package import JSONTree
package import ModelSchema

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
