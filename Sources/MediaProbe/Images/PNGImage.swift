import ModelCore

/// PNG and APNG. The header chunk comes first. EXIF data count only before the image data, because
/// a viewer that draws the image while it loads couldn't apply them later.
enum PNGImage {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.big, at: 8)
    var (type, content) = try chunk(&file)
    if type == "CgBI" {
      // Apple's own variant puts one chunk in front.
      (type, content) = try chunk(&file)
    }
    guard type == "IHDR" else { throw .malformed("the PNG file doesn't start with a header chunk") }
    let size = PixelSize(width: try content.u32(), height: try content.u32())
    let sides = 1...0x7FFF_FFFF
    guard sides.contains(size.width), sides.contains(size.height) else {
      throw .malformed("the PNG header says \(size)")
    }
    findings.stored = .known(size)
    findings.setDisplayed(exchangesSides: try exif(after: &file))
  }

  private static func exif(after file: inout ByteCursor) throws(ProbeStop) -> Fact<Bool>? {
    while try !file.isAtEnd() {
      let (type, content) = try chunk(&file)
      switch type {
      case "IDAT", "IEND": return nil
      case "eXIf":
        return try attempt { () throws(ProbeStop) in
          try ExifOrientation.exchangesSides(content)
        }
      default: continue
      }
    }
    throw .malformed("the PNG file ends before its image data")
  }

  private static func chunk(
    _ file: inout ByteCursor
  ) throws(ProbeStop) -> (FourCC, ByteCursor) {
    try file.input.spend()
    let length = try file.u32()
    let type = try file.fourCC()
    let content = try file.clippedPart(length, "the \(type) chunk")
    // The checksum; a cut off file may lack it.
    _ = try file.clippedPart(4, "the checksum")
    return (type, content)
  }
}
