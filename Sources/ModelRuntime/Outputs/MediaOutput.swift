public import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The output of most models: the URLs of files.
///
/// A model may return one file or several, or a bare string or array. The arrays of this type hold all
/// of them in order and without duplicates.
public struct MediaOutput: ModelOutput {
  /// The output as the service returned it.
  public let json: JSONValue
  private let imageTexts: [String]
  private let videoTexts: [String]
  private let audioTexts: [String]
  private let otherTexts: [String]

  /// The URLs of the images. The texts as the service gave them, valid or not, are in ``json``.
  public var images: [URL] { imageTexts.compactMap { URL(string: $0) } }
  /// The URLs of the videos.
  public var videos: [URL] { videoTexts.compactMap { URL(string: $0) } }
  /// The URLs of the audio files.
  public var audios: [URL] { audioTexts.compactMap { URL(string: $0) } }
  /// The URLs elsewhere in the JSON, at whatever depth.
  public var others: [URL] { otherTexts.compactMap { URL(string: $0) } }

  /// Creates an output from the JSON that the service returned.
  public init(json: JSONValue) {
    self.json = json
    imageTexts = MediaOutput.files("image", "images", in: json)
    videoTexts = MediaOutput.files("video", "videos", in: json)
    audioTexts = MediaOutput.files("audio", "audios", in: json)
    let named = Set((imageTexts + videoTexts + audioTexts).map(WireName.init))
    otherTexts = MediaOutput.distinct(MediaOutput.urls(in: json)).filter {
      !named.contains(WireName($0))
    }
  }

  /// The first image, which is the only one for most models.
  public var image: URL? { images.first }
  /// The first video.
  public var video: URL? { videos.first }
  /// The first audio file.
  public var audio: URL? { audios.first }

  /// The URL of every file, as the service gave it and without duplicates, with the kind of media that its key promises; nil where that is none, or where
  /// keys of several kinds name it.
  package var promisedFiles: [(url: String, kind: MediaKind?)] {
    var kinds: [WireName: Set<MediaKind>] = [:]
    for (kind, urls) in [(MediaKind.image, imageTexts), (.video, videoTexts), (.audio, audioTexts)]
    {
      for url in urls { kinds[WireName(url), default: []].insert(kind) }
    }
    return MediaOutput.distinct(imageTexts + videoTexts + audioTexts + otherTexts).map { url in
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

  /// Every URL in a value, in order.
  private static func urls(in json: JSONValue) -> [String] {
    var urls: [String] = []
    var values = [json]
    while let value = values.popLast() {
      switch value {
      case .string(let text): if isURL(text) { urls.append(text) }
      case .array(let items): values += items.reversed()
      case .object(let object): values += object.members.map(\.value).reversed()
      case .null, .bool, .number: break
      }
    }
    return urls
  }

  static func isURL(_ text: String) -> Bool {
    text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("data:")
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<WireName> = []
    return texts.filter { seen.insert(WireName($0)).inserted }
  }
}
