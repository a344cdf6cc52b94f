import ModelCore
import ModelSchema
import SchemaValidator

/// A model as the service offers it.
final class ServedModel {
  let model: Model
  let kind: MediaKind
  /// The check of its bodies, compiled when the first one comes.
  private(set) lazy var check = BodyCheck(model)

  init(_ model: Model) {
    self.model = model
    kind = OutputKind.of(model)
  }

  /// In USD, for one output or for one second of it; made up, but always the same.
  var basePrice: Double { kind == .image ? 0.04 : kind == .video ? 0.1 : 0.01 }

  /// Returns the price of one request.
  func cost(of settings: OutputSettings) -> Double {
    let units = kind == .image ? 1 : settings.seconds
    return Double(Int(basePrice * 100) * units * settings.count) / 100
  }

  /// The model's category in the catalogue: its kinds of input and output, if the ID names them.
  var category: String {
    let segments = model.id.split(separator: "/").map(String.init)
    return segments.last { $0.contains("-to-") } ?? "\(kind.rawValue)-generation"
  }
}

/// Which kind of file a model makes.
enum OutputKind {
  static func of(_ model: Model) -> MediaKind {
    byOutput(model) ?? byName(model.id) ?? byInput(model)
  }

  /// An output with keys of its own says it best, unless it names every kind.
  private static func byOutput(_ model: Model) -> MediaKind? {
    guard case .object(let output) = model.output else { return nil }
    let kinds = Set(output.properties.compactMap { property in named(property.key) })
    return kinds.count == 1 ? kinds.first : nil
  }

  private static func byName(_ id: String) -> MediaKind? {
    if let to = id.ranges(of: "-to-").last {
      return named(String(id[to.upperBound...]))
    }
    return named(id)
  }

  /// Returns the kind of media for a model with a duration: video if it has anything to show.
  private static func byInput(_ model: Model) -> MediaKind {
    let keys = Set(model.input.properties.map(\.key))
    guard keys.contains("duration") || keys.contains("fps") else { return .image }
    return keys.isDisjoint(with: ["lyrics", "tags"]) ? .video : .audio
  }

  static func named(_ text: String) -> MediaKind? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    for word in words {
      switch word {
      case "image", "images", "picture", "photo": return .image
      case "video", "videos", "movie", "animation", "lipsync": return .video
      case "audio", "audios", "music", "speech", "song", "tts", "voice", "sound": return .audio
      default: continue
      }
    }
    return nil
  }
}

/// The models that are served, in the order of their ids.
struct ModelTable {
  let all: [ServedModel]
  private let byID: [WireName: ServedModel]

  init(_ models: [Model]) {
    all = models.map(ServedModel.init).sorted { WireName($0.model.id) < WireName($1.model.id) }
    byID = Dictionary(all.map { (WireName($0.model.id), $0) }) { first, _ in first }
  }

  subscript(_ id: String) -> ServedModel {
    get throws(ServiceRefusal) {
      guard let served = byID[WireName(id)] else { throw .unknownModel(id) }
      return served
    }
  }

  var categories: [JSONValue] { Set(all.map(\.category)).sorted().map { .string($0) } }
}
