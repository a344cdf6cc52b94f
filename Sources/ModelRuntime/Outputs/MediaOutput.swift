public import JSONTree

/// The output of most models: the URLs of files.
///
/// A model may return one file or several, or a bare string or array. The arrays of this type hold all
/// of them in order and without duplicates.
public struct MediaOutput: ModelOutput {
  /// The output as the service returned it.
  public let json: JSONValue
  /// The URLs of the images.
  public let images: [String]
  /// The URLs of the videos.
  public let videos: [String]
  /// The URLs of the audio files.
  public let audios: [String]
  /// The URLs under keys that don't tell the kind of media, and those without a key.
  public let others: [String]

  /// Creates an output from the JSON that the service returned.
  public init(json: JSONValue) {
    self.json = json
    images = MediaOutput.files("image", "images", in: json)
    videos = MediaOutput.files("video", "videos", in: json)
    audios = MediaOutput.files("audio", "audios", in: json)
    let known = Set(["image", "images", "video", "videos", "audio", "audios"])
    let rest: [JSONValue] =
      if let object = json.object {
        object.members.filter { !known.contains($0.key) }.map(\.value)
      } else {
        [json]
      }
    let named = Set(images + videos + audios)
    others = MediaOutput.distinct(rest.flatMap(MediaOutput.urls)).filter { !named.contains($0) }
  }

  /// The URL of the first image, which is the only one for most models.
  public var image: String? { images.first }

  /// The URL of the first video.
  public var video: String? { videos.first }

  /// The URL of the first audio file.
  public var audio: String? { audios.first }

  /// The URLs of all files.
  public var files: [String] { MediaOutput.distinct(images + videos + audios + others) }

  private static func files(_ one: String, _ many: String, in json: JSONValue) -> [String] {
    distinct([json[one], json[many]].compactMap(\.self).flatMap(texts))
  }

  private static func texts(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): text.isEmpty ? [] : [text]
    case .array(let items): items.flatMap(texts)
    case .object(let object): object["url"].map(texts) ?? []
    default: []
    }
  }

  private static func urls(_ value: JSONValue) -> [String] {
    texts(value).filter {
      $0.hasPrefix("http://") || $0.hasPrefix("https://") || $0.hasPrefix("data:")
    }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<WireName> = []
    return texts.filter { seen.insert(WireName($0)).inserted }
  }
}
