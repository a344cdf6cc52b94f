import ModelCore
import ModelSchema

/// The properties of a job's outputs. They are enough to create the files whenever they are
/// requested, so that no file is stored.
struct OutputSettings {
  let kind: MediaKind
  let count: Int
  let width: Int
  let height: Int
  /// Of a video or of sound.
  let seconds: Int
  /// The CRC-32 of the prompt, or of the whole body where there is none.
  let digest: UInt32
}

extension OutputSettings {
  init(_ body: JSONObject, of model: Model, kind: MediaKind) {
    let values = EffectiveValues(body, model)
    self.kind = kind
    count = Self.count(values)
    (width, height) = SizeReader(values, kind, modelID: model.id).size
    seconds = Self.seconds(values, kind)
    let prompt = ["prompt", "text", "lyrics", "tags"].lazy.compactMap { values[$0]?.string }
      .first { !$0.isEmpty }
    digest = CRC32.of(Array((prompt ?? JSONValue.object(body).description).utf8))
  }

  private static func count(_ values: EffectiveValues) -> Int {
    let keys = [
      "num_images", "number_of_images", "max_images", "num_videos", "num_outputs", "n",
      "batch_size", "sequential_image_generation_options",
    ]
    return min(16, max(1, keys.lazy.compactMap { values[$0]?.int }.first ?? 1))
  }

  /// Long ones are cut: they would be nothing but more of the same.
  private static func seconds(_ values: EffectiveValues, _ kind: MediaKind) -> Int {
    let limit = kind == .video ? 60 : 30
    if let length = values["music_length_ms"]?.int { return min(limit, max(1, length / 1_000)) }
    for key in ["duration", "seconds", "audio_duration", "length"] {
      guard let value = values[key] else { continue }
      let digits = value.string.map { String($0.prefix { $0.isASCII && $0.isNumber }) }
      guard let seconds = value.double ?? digits.flatMap(Double.init), seconds > 0 else { continue }
      return max(1, Int(min(seconds, Double(limit))))
    }
    return 5
  }
}

/// The values of a body, and the defaults of those keys that it leaves out.
struct EffectiveValues {
  private let body: JSONObject
  private let model: Model

  init(_ body: JSONObject, _ model: Model) {
    self.body = body
    self.model = model
  }

  subscript(_ key: String) -> JSONValue? {
    body[key]
      ?? model.input.properties.first { $0.key.isSameOnWire(as: key) }?.defaultValue
      .map(JSONValue.init)
  }

  /// The values of all keys that there are.
  var all: [JSONValue] { model.input.properties.compactMap { self[$0.key] } }
}
