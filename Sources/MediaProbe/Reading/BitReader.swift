/// Reads the bit-packed headers of video codecs from a short run of bytes.
struct BitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func bit() throws(ProbeStop) -> Int {
    guard position / 8 < bytes.count else { throw .malformed("a codec header ends too early") }
    defer { position += 1 }
    return Int(bytes[position / 8] >> UInt8(7 - position % 8)) & 1
  }

  /// An integer of up to 32 bits, the highest first.
  mutating func bits(_ count: Int) throws(ProbeStop) -> Int {
    var value = 0
    for _ in 0..<min(count, 32) { value = value << 1 | (try bit()) }
    return value
  }

  mutating func skip(_ count: Int) throws(ProbeStop) {
    guard count <= bytes.count * 8 - position else {
      throw .malformed("a codec header ends too early")
    }
    position += count
  }

  /// An Exp-Golomb code, as HEVC and (for one rare field) AV1 write them.
  mutating func exponentialGolomb() throws(ProbeStop) -> Int {
    var zeros = 0
    while try bit() == 0 {
      zeros += 1
      guard zeros < 32 else { throw .malformed("a codec header contains an invalid number") }
    }
    return (1 << zeros) - 1 + (try bits(zeros))
  }
}
