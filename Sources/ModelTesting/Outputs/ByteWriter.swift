/// Puts numbers into bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  mutating func add(_ more: [UInt8]) { bytes += more }
  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func big<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func little<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
