public import JSONTree
package import SchemaRules

/// What most models give: files, by URL.
///
/// A model may name one file or several, or answer with a bare string or list; all of them are in
/// the lists here, in order and each once.
public struct MediaOutput: ModelOutput {
  public let json: JSONValue
  public let images: [String]
  public let videos: [String]
  public let audios: [String]
  /// URLs under keys that say nothing of their kind, or without any key.
  public let others: [String]

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

  /// The first image, which is the only one for most models.
  public var image: String? { images.first }
  public var video: String? { videos.first }
  public var audio: String? { audios.first }

  /// Every file there is.
  public var files: [String] { MediaOutput.distinct(images + videos + audios + others) }

  /// Every file with the kind of media that its key promises; nil where that is none, or where
  /// keys of several kinds name it.
  package var promisedFiles: [(url: String, kind: MediaKind?)] {
    var kinds: [WireName: Set<MediaKind>] = [:]
    for (kind, urls) in [(MediaKind.image, images), (.video, videos), (.audio, audios)] {
      for url in urls { kinds[WireName(url), default: []].insert(kind) }
    }
    return files.map { url in
      let kinds = kinds[WireName(url)] ?? []
      return (url, kinds.count == 1 ? kinds.first : nil)
    }
  }

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
