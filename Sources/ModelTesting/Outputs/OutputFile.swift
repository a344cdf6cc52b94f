import ModelCore

/// A file that a job has made.
enum OutputFile {
  static func ending(_ kind: MediaKind) -> String {
    switch kind {
    case .image: "png"
    case .video: "mp4"
    case .audio: "wav"
    }
  }

  static func contentType(_ kind: MediaKind) -> String {
    switch kind {
    case .image: "image/png"
    case .video: "video/mp4"
    case .audio: "audio/wav"
    }
  }

  /// Makes a file anew each time, always the same one, so that downloads can be taken up again.
  static func bytes(_ kind: MediaKind, _ index: Int, of settings: OutputSettings, model: String)
    -> [UInt8]
  {
    switch kind {
    case .image: PNGFile.bytes(PlaceholderImage(settings, index, model: model).picture)
    case .video:
      MovieFile.bytes(
        PlaceholderImage(settings, index, model: model).picture, seconds: settings.seconds)
    case .audio: WAVFile.bytes(seconds: settings.seconds, seed: settings.digest)
    }
  }

  /// The kind and the place of a name such as `image-2.png`.
  static func parse(_ name: String, count: Int) -> (kind: MediaKind, index: Int)? {
    for kind in MediaKind.allCases {
      let (start, end) = ("\(kind.rawValue)-", ".\(ending(kind))")
      guard name.hasPrefix(start), name.hasSuffix(end) else { continue }
      guard let number = Int(name.dropFirst(start.count).dropLast(end.count)) else { return nil }
      return (1...max(1, count)).contains(number) ? (kind, number - 1) : nil
    }
    return nil
  }
}
