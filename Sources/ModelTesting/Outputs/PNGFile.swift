/// A picture as a PNG file with a palette, two bits for each pixel.
enum PNGFile {
  static func bytes(_ picture: Picture) -> [UInt8] {
    var file = ByteWriter()
    file.add([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    var header = ByteWriter()
    header.big(UInt32(picture.width))
    header.big(UInt32(picture.height))
    header.add([2, 3, 0, 0, 0])
    add("IHDR", header.bytes, to: &file)
    add("PLTE", picture.palette.flatMap { [$0.0, $0.1, $0.2] }, to: &file)
    add("IDAT", pixels(picture), to: &file)
    add("IEND", [], to: &file)
    return file.bytes
  }

  private static func add(_ name: String, _ content: [UInt8], to file: inout ByteWriter) {
    file.big(UInt32(content.count))
    let body = Array(name.utf8) + content
    file.add(body)
    file.big(CRC32.of(body))
  }

  /// The first line of a band as it is, the others as no different from the one above.
  private static func pixels(_ picture: Picture) -> [UInt8] {
    var stream = ZlibWriter()
    let same = [2] + [UInt8](repeating: 0, count: (picture.width + 3) / 4)
    for band in picture.bands {
      stream.line([0] + packed(band.line))
      guard band.count > 1 else { continue }
      stream.line(same)
      if band.count > 2 { stream.again(same, times: band.count - 2) }
    }
    return stream.finish()
  }

  private static func packed(_ line: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((line.count + 3) / 4)
    var byte: UInt8 = 0
    for (place, color) in line.enumerated() {
      byte = byte << 2 | color
      if place & 3 == 3 { bytes.append(byte) }
    }
    let rest = UInt8(line.count & 3)
    if rest > 0 { bytes.append(byte << (2 * (4 - rest))) }
    return bytes
  }
}
