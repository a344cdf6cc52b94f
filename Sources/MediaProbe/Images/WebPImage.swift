import ModelCore

/// WebP in its three kinds. An extended file says its size up front and may have EXIF data at
/// its very end.
enum WebPImage {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var header = input.cursor(.little, at: 4)
    // Some writers forget to count the padding, so the size bounds nothing but what follows.
    let length = try header.u32()
    try header.skip(4)
    var file = try header.clippedPart(max(0, length - 4), "the WebP file")
    let (type, content) = try RIFFChunk.next(&file)
    switch type {
    case "VP8 ":
      findings.stored = .known(try lossy(content))
      findings.setDisplayed(exchangesSides: nil)
    case "VP8L":
      findings.stored = .known(try lossless(content))
      findings.setDisplayed(exchangesSides: nil)
    case "VP8X":
      try extended(content, &file, &findings)
    default:
      throw .malformed("the WebP file starts with a chunk \(type)")
    }
  }

  private static func lossy(_ content: ByteCursor) throws(ProbeStop) -> PixelSize {
    var content = content
    let frame = try content.u24()
    guard frame & 1 == 0 else { throw .malformed("the WebP image isn't a key frame") }
    guard try content.u24() == 0x2A019D else {
      throw .malformed("the WebP image has no start code")
    }
    // The two highest bits only ask a viewer to scale.
    let size = PixelSize(width: try content.u16() & 0x3FFF, height: try content.u16() & 0x3FFF)
    guard size.width > 0, size.height > 0 else { throw .malformed("the WebP image is \(size)") }
    return size
  }

  private static func lossless(_ content: ByteCursor) throws(ProbeStop) -> PixelSize {
    var content = content
    guard try content.u8() == 0x2F else { throw .malformed("the WebP image has no start code") }
    let bits = try content.u32()
    guard bits >> 29 == 0 else { throw .unknown("the WebP image has an unknown version") }
    return PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
  }

  private static func extended(
    _ content: ByteCursor, _ file: inout ByteCursor, _ findings: inout Findings
  ) throws(ProbeStop) {
    var content = content
    let flags = try content.u8()
    try content.skip(3)
    let canvas = PixelSize(width: try content.u24() + 1, height: try content.u24() + 1)
    guard canvas.width * canvas.height <= 0xFFFF_FFFF else {
      throw .malformed("the WebP canvas is \(canvas)")
    }
    findings.stored = .known(canvas)
    let hasExif = flags & 0x08 != 0
    findings.setDisplayed(exchangesSides: hasExif ? try exif(&file) : nil)
  }

  private static func exif(_ file: inout ByteCursor) throws(ProbeStop) -> Fact<Bool> {
    while try !file.isAtEnd() {
      var (type, content) = try RIFFChunk.next(&file)
      guard type == "EXIF" else { continue }
      return try attempt { () throws(ProbeStop) in
        // Some writers copy the prefix that JPEG needs.
        _ = try content.skip(prefix: Array("Exif\0\0".utf8))
        let data = try content.part(content.remaining, "the EXIF data")
        return try ExifOrientation.exchangesSides(data)
      }
    }
    return .malformed("the WebP file lacks the EXIF data it promises")
  }
}
