import ModelCore

/// JPEG: a chain of segments up to the first scan. Thumbnails lie inside segments that are stepped
/// over whole, so their own frame headers are never met.
enum JPEGImage {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.big, at: 2)
    var exif: Fact<Bool>?
    var frame: PixelSize?
    while true {
      try input.spend()
      let marker = try nextMarker(&file)
      switch marker {
      case 0x01, 0xD0...0xD8:
        continue
      case 0xD9:
        throw .malformed("the JPEG file ends without an image")
      case 0xDA:
        guard let frame else { throw .malformed("the JPEG file has a scan before its frame") }
        if frame.height == 0 {
          try skipSegment(&file)
          findings.stored = .known(
            PixelSize(width: frame.width, height: try heightAfterScan(&file)))
        }
        return findings.setDisplayed(exchangesSides: exif)
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let size = try frameSize(try segment(&file, "the JPEG frame header"))
        if frame == nil {
          frame = size
          if size.height > 0 { findings.stored = .known(size) }
        }
      case 0xE1:
        var metadata = try segment(&file, "a JPEG metadata segment")
        // There may be several of this kind; most others hold XMP.
        guard exif == nil, try metadata.skip(prefix: Array("Exif".utf8)) else { continue }
        exif = try attempt { () throws(ProbeStop) in
          try metadata.skip(2)
          let data = try metadata.part(metadata.remaining, "the EXIF data")
          return try ExifOrientation.exchangesSides(data)
        }
      case 0xF7:
        findings.format = .unsupported("JPEG-LS")
        throw .unknown("JPEG-LS files aren't supported")
      default:
        try skipSegment(&file)
      }
    }
  }

  /// The next marker, past fill bytes, stuffed zeros and the stray bytes that some cameras leave.
  private static func nextMarker(
    _ file: inout ByteCursor, within reach: Int = 4096
  ) throws(ProbeStop) -> Int {
    let end = file.position + min(reach, file.remaining)
    while let found = try file.input.firstOffset(of: 0xFF, in: file.position..<end) {
      file.move(to: found + 1)
      var byte = try file.u8()
      while byte == 0xFF {
        try file.input.spend()
        byte = try file.u8()
      }
      if byte != 0 { return byte }
      try file.input.spend()
      if file.position >= end { break }
    }
    throw .malformed("the JPEG file has no marker where one is due, before byte \(end)")
  }

  private static func segment(
    _ file: inout ByteCursor, _ name: String
  ) throws(ProbeStop) -> ByteCursor {
    let length = try file.u16()
    guard length >= 2 else { throw .malformed("a JPEG segment says it is \(length) bytes long") }
    return try file.part(length - 2, name)
  }

  private static func skipSegment(_ file: inout ByteCursor) throws(ProbeStop) {
    _ = try segment(&file, "a JPEG segment")
  }

  private static func frameSize(_ header: ByteCursor) throws(ProbeStop) -> PixelSize {
    var header = header
    try header.skip(1)
    let height = try header.u16()
    let width = try header.u16()
    guard width > 0 else { throw .malformed("the JPEG frame is 0 pixels wide") }
    return PixelSize(width: width, height: height)
  }

  /// A frame of height 0 gets its height from a DNL segment right after its first scan.
  private static func heightAfterScan(_ file: inout ByteCursor) throws(ProbeStop) -> Int {
    var marker = 0xD0
    while (0xD0...0xD7).contains(marker) {
      try file.input.spend()
      marker = try nextMarker(&file, within: 4 << 20)
    }
    guard marker == 0xDC else {
      throw .malformed("the JPEG frame has height 0 and no line count")
    }
    var lines = try segment(&file, "the JPEG line count")
    let height = try lines.u16()
    guard height > 0 else { throw .malformed("the JPEG line count is 0") }
    return height
  }
}
