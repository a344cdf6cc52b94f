/// Small images that are sound in every part a probe looks at.
enum PNGSample {
  static let signature: Bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func chunk(_ type: String, _ content: Bytes) -> Bytes {
    big(content.count, 4) + ascii(type) + content + zeros(4)
  }

  static func header(_ width: Int, _ height: Int) -> Bytes {
    chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0])
  }

  static func file(_ width: Int, _ height: Int, before: Bytes = [], behind: Bytes = []) -> Bytes {
    signature + before + header(width, height) + behind + chunk("IDAT", zeros(20))
      + chunk("IEND", [])
  }
}

enum JPEGSample {
  static func segment(_ marker: UInt8, _ content: Bytes) -> Bytes {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  static func frame(
    _ width: Int, _ height: Int, marker: UInt8 = 0xC0, bits: Int = 8
  ) -> Bytes {
    segment(marker, big(bits, 1) + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0])
  }

  static let scan: Bytes = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34]

  static let jfif = segment(0xE0, ascii("JFIF\0") + [1, 2, 0, 0, 1, 0, 1, 0, 0])

  static func exifSegment(_ data: Bytes) -> Bytes { segment(0xE1, ascii("Exif\0\0") + data) }

  static func file(_ segments: Bytes...) -> Bytes {
    [0xFF, 0xD8] + segments.flatMap { $0 } + scan + [0xFF, 0xD9]
  }
}

enum GIFSample {
  static func file(
    screen: (Int, Int), frame: (Int, Int, Int, Int), extensions: Bytes = [], colors: Int = 2
  ) -> Bytes {
    let power = colors.trailingZeroBitCount - 1
    return ascii("GIF89a") + little(screen.0, 2) + little(screen.1, 2)
      + [0x80 | UInt8(power), 0, 0] + zeros(3 * colors) + extensions + [0x2C]
      + little(frame.0, 2) + little(frame.1, 2) + little(frame.2, 2) + little(frame.3, 2)
      + [0, 2, 2, 0x44, 1, 0, 0x3B]
  }
}

enum WebPSample {
  static func lossy(_ width: Int, _ height: Int, scale: Int = 0) -> Bytes {
    riffChunk(
      "VP8 ",
      [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(width | scale << 14, 2)
        + little(height | scale << 14, 2) + zeros(9))
  }

  static func lossless(_ width: Int, _ height: Int) -> Bytes {
    riffChunk("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14, 4) + zeros(6))
  }

  static func canvas(_ width: Int, _ height: Int, flags: Int) -> Bytes {
    riffChunk("VP8X", little(flags, 4) + little(width - 1, 3) + little(height - 1, 3))
  }
}

enum BMPSample {
  static func file(header: Bytes) -> Bytes {
    ascii("BM") + little(14 + header.count, 4) + zeros(4) + little(14 + header.count, 4) + header
  }

  static func info(_ width: Int, _ height: Int, size: Int = 40) -> Bytes {
    little(size, 4) + little(width, 4) + little(height, 4) + little(1, 2) + little(24, 2)
      + zeros(size - 16)
  }

  static func core(_ width: Int, _ height: Int) -> Bytes {
    little(12, 4) + little(width, 2) + little(height, 2) + little(1, 2) + little(24, 2)
  }
}
