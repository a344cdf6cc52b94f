/// A picture that stands still for some seconds, as H.264 in an MP4 file: what every player opens.
enum MovieFile {
  private static let framesPerSecond = 12
  private static let timescale = 600

  static func bytes(_ picture: Picture, seconds: Int) -> [UInt8] {
    let stream = StillImageStream(picture)
    let frames = max(1, seconds * framesPerSecond)
    let samples = (0..<frames).map { number in
      let unit = number == 0 ? stream.firstFrame : stream.sameFrame(number: number)
      return size(unit.count) + unit
    }
    let type = box("ftyp", Array("isom".utf8) + size(0x200) + Array("isomiso2avc1mp41".utf8))
    // The place of the samples depends on the size of what says it, which doesn't depend on it.
    let length = movie(picture, stream, samples, at: 0).count
    let head = type + movie(picture, stream, samples, at: type.count + length + 8)
    return head + box("mdat", samples.reduce(into: []) { $0 += $1 })
  }

  private static func movie(
    _ picture: Picture, _ stream: StillImageStream, _ samples: [[UInt8]], at place: Int
  ) -> [UInt8] {
    let duration = samples.count * timescale / framesPerSecond
    let matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x4000_0000].flatMap(size)
    let header = full(
      "mvhd",
      [0, 0, timescale, duration, 0x10000, 0x100_0000, 0, 0].flatMap(size) + matrix
        + [0, 0, 0, 0, 0, 0, 2].flatMap(size))
    let track = full(
      "tkhd", flags: 3,
      [0, 0, 1, 0, duration, 0, 0, 0, 0].flatMap(size) + matrix
        + [picture.width << 16, picture.height << 16].flatMap(size))
    let mediaHeader = full("mdhd", [0, 0, timescale, duration, 0x55C4_0000].flatMap(size))
    let handler = full(
      "hdlr", size(0) + Array("vide".utf8) + [0, 0, 0].flatMap(size) + Array("video\0".utf8))
    let source = box("dinf", full("dref", size(1) + full("url ", flags: 1, [])))
    let media = box(
      "minf",
      full("vmhd", flags: 1, size(0) + size(0)) + source
        + table(picture, stream, samples, at: place))
    return box(
      "moov", header + box("trak", track + box("mdia", mediaHeader + handler + media)))
  }

  /// The table of the samples: their kind, durations, sizes and offsets.
  private static func table(
    _ picture: Picture, _ stream: StillImageStream, _ samples: [[UInt8]], at place: Int
  ) -> [UInt8] {
    let sides = [picture.width, picture.height].flatMap { half($0) }
    let entry = box(
      "avc1",
      size(0) + half(0) + half(1) + [0, 0, 0, 0].flatMap(size) + sides
        + [0x48_0000, 0x48_0000, 0].flatMap(size) + half(1) + [UInt8](repeating: 0, count: 32)
        + half(24) + half(0xFFFF) + box("avcC", stream.configuration))
    let length = timescale / framesPerSecond
    return box(
      "stbl",
      full("stsd", size(1) + entry)
        + full("stts", [1, samples.count, length].flatMap(size))
        + full("stss", [1, 1].flatMap(size))
        + full("stsc", [1, 1, samples.count, 1].flatMap(size))
        + full("stsz", [0, samples.count].flatMap(size) + samples.flatMap { size($0.count) })
        + full("stco", [1, place].flatMap(size)))
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    size(content.count + 8) + Array(name.utf8) + content
  }

  /// A box with a version and flags.
  private static func full(_ name: String, flags: Int = 0, _ content: [UInt8]) -> [UInt8] {
    box(name, size(flags) + content)
  }

  private static func size(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).bigEndian) { Array($0) }
  }

  private static func half(_ number: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt16(truncatingIfNeeded: number).bigEndian) { Array($0) }
  }
}
