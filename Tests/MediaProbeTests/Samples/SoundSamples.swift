/// Sound files with silence in them.
enum WAVSample {
  static func format(
    code: Int = 1, channels: Int = 2, rate: Int = 48_000, bits: Int = 16, block: Int? = nil,
    bytesPerSecond: Int? = nil, extra: Bytes = []
  ) -> Bytes {
    let block = block ?? channels * bits / 8
    return riffChunk(
      "fmt ",
      little(code, 2) + little(channels, 2) + little(rate, 4)
        + little(bytesPerSecond ?? rate * block, 4) + little(block, 2) + little(bits, 2) + extra)
  }

  /// A data chunk that may state another size than it has.
  static func data(_ count: Int, stated: Int? = nil) -> Bytes {
    ascii("data") + little(stated ?? count, 4) + zeros(count)
  }
}

enum MP3Sample {
  /// A frame of MPEG 1 layer III, 44.1 kHz, stereo.
  static func frame(kilobits: Int = 128, content: Bytes = []) -> Bytes {
    let rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
    let index = rates.firstIndex(of: kilobits) ?? 9
    let length = 144 * kilobits * 1000 / 44_100
    let frame = [0xFF, 0xFB, UInt8(index << 4), 0x00] + content
    return frame + zeros(max(0, length - frame.count))
  }

  static func frames(_ count: Int, kilobits: Int = 128) -> Bytes {
    (0..<count).flatMap { _ in frame(kilobits: kilobits) }
  }

  /// The first frame of a file that counts its frames.
  static func counted(_ name: String = "Xing", frames: Int) -> Bytes {
    frame(content: zeros(32) + ascii(name) + big(1, 4) + big(frames, 4))
  }

  static func countedByVBRI(frames: Int) -> Bytes {
    frame(content: zeros(32) + ascii("VBRI") + zeros(6) + big(0, 4) + big(frames, 4))
  }

  static func tag(_ size: Int, flags: Int = 0, content: UInt8 = 0) -> Bytes {
    let digits = (0..<4).reversed().map { UInt8(size >> (7 * $0) & 0x7F) }
    return ascii("ID3") + [4, 0, UInt8(flags)] + digits + Bytes(repeating: content, count: size)
  }
}
