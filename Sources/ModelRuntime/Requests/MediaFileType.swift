import MediaProbe

/// The media types of the formats that are told apart.
enum MediaFileType {
  static func name(of format: MediaFormat) -> String {
    switch format {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .bmp: "image/bmp"
    case .heic: "image/heic"
    case .avif: "image/avif"
    case .heif: "image/heif"
    case .mp4: "video/mp4"
    case .mov: "video/quicktime"
    case .m4a: "audio/mp4"
    case .wav: "audio/wav"
    case .mp3: "audio/mpeg"
    case .unsupported, .unknown: "application/octet-stream"
    }
  }
}
