import MediaProbe
import ModelCore

/// The media types of the file formats that can be detected.
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

  /// The usual file extension of a media type, such as `jpg`; `nil` for a type without one.
  static func ending(of mediaType: String) -> String? {
    switch mediaType.lowercased() {
    case "image/jpeg": return "jpg"
    case "image/svg+xml": return "svg"
    case "video/quicktime": return "mov"
    case "audio/mp4": return "m4a"
    case "audio/mpeg": return "mp3"
    case "text/plain": return "txt"
    case let type:
      guard let slash = type.firstIndex(of: "/"), !type.hasPrefix("application/octet") else {
        return nil
      }
      var word = type[slash...].dropFirst()
      if word.hasPrefix("x-") { word = word.dropFirst(2) }
      let isPlain = word.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
      return isPlain && (1...8).contains(word.utf8.count) ? String(word) : nil
    }
  }
}
