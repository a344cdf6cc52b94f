/// The kind of a media file.
public enum MediaKind: String, Sendable, Hashable, Codable, CaseIterable, CustomStringConvertible {
  /// An image.
  case image
  /// A video.
  case video
  /// An audio file.
  case audio

  /// The name of the kind: `image`, `video` or `audio`.
  public var description: String { rawValue }

  /// Creates the kind that a schema's `format` names, for one file or several.
  package init?(format: String) {
    switch format {
    case "image_uri", "image_uris": self = .image
    case "video_uri", "video_uris": self = .video
    case "audio_uri", "audio_uris": self = .audio
    default: return nil
    }
  }
}
