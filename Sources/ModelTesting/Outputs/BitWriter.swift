/// Writes the bits of H.264, highest first, with its codes for numbers.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var current: UInt8 = 0
  private var count = 0

  init() {}

  mutating func bits(_ value: Int, _ count: Int) {
    for place in (0..<count).reversed() {
      current = current << 1 | UInt8(value >> place & 1)
      self.count += 1
      if self.count == 8 { flush() }
    }
  }

  /// An Exp-Golomb code: small numbers are short.
  mutating func number(_ value: Int) {
    let length = Int.bitWidth - (value + 1).leadingZeroBitCount
    bits(0, length - 1)
    bits(value + 1, length)
  }

  /// Zeros up to the next whole byte.
  mutating func align() { while count > 0 { bits(0, 1) } }

  /// Writes whole bytes. The writer must be at a byte boundary.
  mutating func add(_ more: [UInt8]) { bytes += more }

  /// The one bit that ends a unit, and zeros behind it.
  mutating func end() {
    bits(1, 1)
    align()
  }

  private mutating func flush() {
    bytes.append(current)
    (current, count) = (0, 0)
  }
}

/// A unit of an H.264 stream.
enum StreamUnit {
  /// - Parameter content: A byte of 3 is put in where it would look like the start of a unit.
  static func bytes(header: UInt8, _ content: [UInt8]) -> [UInt8] {
    var unit = [header]
    unit.reserveCapacity(content.count + 64)
    var zeros = 0
    for byte in content {
      if zeros >= 2, byte <= 3 {
        unit.append(3)
        zeros = 0
      }
      unit.append(byte)
      zeros = byte == 0 ? zeros + 1 : 0
    }
    return unit
  }
}

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
