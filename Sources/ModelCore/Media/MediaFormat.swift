/// The format of a file, told from its bytes and never from its name.
package enum MediaFormat: Sendable, Hashable, CustomStringConvertible {
  /// Portable Network Graphics, animated or not.
  case png
  /// JPEG in any coding: baseline, progressive, arithmetic, lossless.
  case jpeg
  /// Graphics Interchange Format.
  case gif
  /// WebP: lossy, lossless or extended.
  case webp
  /// Windows or OS/2 bitmap.
  case bmp
  /// HEIF image or sequence coded with HEVC.
  case heic
  /// HEIF image or sequence coded with AV1.
  case avif
  /// HEIF image in another coding.
  case heif
  /// MPEG-4 file, whole or fragmented.
  case mp4
  /// QuickTime movie.
  case mov
  /// MPEG-4 file that says of itself that it is audio.
  case m4a
  /// RIFF or RF64 wave file.
  case wav
  /// MPEG audio, layer III.
  case mp3
  /// A format that is recognized by name but not read.
  case unsupported(String)
  /// None of the formats that are recognized.
  case unknown

  /// The kind of media in a file of this format, judged by the format alone.
  package enum Kind: Sendable, Hashable {
    /// A picture, perhaps an animated one.
    case image
    /// A movie; it may turn out to hold nothing but sound.
    case video
    /// Sound.
    case audio
  }

  /// The kind of media in a file of this format, or `nil` for unsupported formats.
  package var kind: Kind? {
    switch self {
    case .png, .jpeg, .gif, .webp, .bmp, .heic, .avif, .heif: .image
    case .mp4, .mov: .video
    case .m4a, .wav, .mp3: .audio
    case .unsupported, .unknown: nil
    }
  }

  /// The name people use, such as `JPEG`.
  package var description: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .gif: "GIF"
    case .webp: "WebP"
    case .bmp: "BMP"
    case .heic: "HEIC"
    case .avif: "AVIF"
    case .heif: "HEIF"
    case .mp4: "MP4"
    case .mov: "MOV"
    case .m4a: "M4A"
    case .wav: "WAV"
    case .mp3: "MP3"
    case .unsupported(let name): name
    case .unknown: "unknown format"
    }
  }
}

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
