/// Formats that are recognized so that a message can name them, and not read.
enum OtherFormat {
  /// The name of the format; `nil` if it is one that is read, or none that is known.
  static func name(head: [UInt8], of file: ByteCursor) throws(ProbeStop) -> String? {
    for (signature, name) in signatures where head.starts(with: signature) { return name }
    if head.starts(with: "RIFF".utf8), head.count >= 12 {
      return head[8..<12].elementsEqual("AVI ".utf8) ? "AVI" : "RIFF"
    }
    if head.starts(with: "FORM".utf8), head.count >= 12 {
      return head[8..<11].elementsEqual("AIF".utf8) ? "AIFF" : "IFF"
    }
    if head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return try matroska(file) }
    if head.count > 1, head[0] == 0xFF, head[1] & 0xF6 == 0xF0 { return "AAC" }
    if head[0] == 0x47, try isTransportStream(file) { return "MPEG transport stream" }
    return try text(file)
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x49, 0x49, 0x2A, 0x00], "TIFF"),
    ([0x4D, 0x4D, 0x00, 0x2A], "TIFF"),
    ([0x49, 0x49, 0x2B, 0x00], "BigTIFF"),
    ([0x4D, 0x4D, 0x00, 0x2B], "BigTIFF"),
    ([0xFF, 0x0A], "JPEG XL"),
    ([0, 0, 0, 12] + Array("JXL ".utf8), "JPEG XL"),
    ([0, 0, 0, 12] + Array("jP  ".utf8), "JPEG 2000"),
    ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
    (Array("8BPS".utf8), "PSD"),
    ([0, 0, 1, 0], "ICO"),
    ([0, 0, 2, 0], "CUR"),
    (Array("DDS ".utf8), "DDS"),
    ([0x76, 0x2F, 0x31, 0x01], "OpenEXR"),
    (Array("qoif".utf8), "QOI"),
    (Array("%PDF".utf8), "PDF"),
    (Array("fLaC".utf8), "FLAC"),
    (Array("OggS".utf8), "Ogg"),
    (Array("MThd".utf8), "MIDI"),
    (Array("#!AMR".utf8), "AMR"),
    (Array("FLV".utf8) + [1], "FLV"),
    ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "ASF"),
    ([0, 0, 1, 0xBA], "MPEG program stream"),
    ([0, 0, 1, 0xB3], "MPEG video"),
    ([0x50, 0x4B, 0x03, 0x04], "ZIP"),
    ([0x1F, 0x8B], "gzip"),
    (Array("Rar!".utf8), "RAR"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
  ]

  /// The document type stands in the first header element, spelled out.
  private static func matroska(_ file: ByteCursor) throws(ProbeStop) -> String {
    let head = try file.peek(64)
    return contains("webm", in: head) ? "WebM" : "Matroska"
  }

  /// A transport stream has its sync byte at every 188th place.
  private static func isTransportStream(_ file: ByteCursor) throws(ProbeStop) -> Bool {
    let head = try file.peek(377)
    return head.count == 377 && head[188] == 0x47 && head[376] == 0x47
  }

  /// A web page in the place of a file is what an expired link gives, so text is told apart too.
  private static func text(_ file: ByteCursor) throws(ProbeStop) -> String? {
    var head = try file.peek(1024)[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let lower = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lower.starts(with: "<svg".utf8) { return "SVG" }
    if lower.starts(with: "<!doctype html".utf8) || lower.starts(with: "<html".utf8) {
      return "HTML"
    }
    if lower.starts(with: "<?xml".utf8) || lower.starts(with: "<!--".utf8)
      || lower.starts(with: "<!doctype".utf8)
    {
      return contains("<svg", in: lower) ? "SVG" : "XML"
    }
    if lower.starts(with: "{\"".utf8) || lower.starts(with: "{\n".utf8) { return "JSON" }
    return nil
  }

  private static func contains(_ word: String, in bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}
