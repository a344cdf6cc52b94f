/// What a media property takes.
public enum MediaKind: String, Sendable, Hashable, CaseIterable {
  case image, video, audio

  /// The kind that a schema's `format` names, alone or in the plural.
  public init?(format: String) {
    switch format {
    case "image_uri", "image_uris": self = .image
    case "video_uri", "video_uris": self = .video
    case "audio_uri", "audio_uris": self = .audio
    default: return nil
    }
  }
}
