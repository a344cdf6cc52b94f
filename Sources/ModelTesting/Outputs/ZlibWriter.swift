/// Writes a zlib stream (RFC 1950) whose only block uses the fixed codes of deflate (RFC 1951).
///
/// It doesn't search for repetitions; the caller names them.
struct ZlibWriter {
  private var bytes: [UInt8] = [0x78, 0x01]
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var sumA = 1
  private var sumB = 0

  init() {
    put(1, 1)
    put(1, 2)
  }

  /// One line; runs of one byte in it are found.
  mutating func line(_ line: [UInt8]) {
    count(line)
    var place = 0
    while place < line.count {
      literal(line[place])
      var run = 0
      while place + 1 + run < line.count, line[place + 1 + run] == line[place] { run += 1 }
      copy([line[place]], times: run, distance: 1)
      place += 1 + run
    }
  }

  /// The same line again, so many times, after it was written once.
  mutating func again(_ line: [UInt8], times: Int) {
    count(line, times: times)
    copy(line, times: times, distance: line.count)
  }

  consuming func finish() -> [UInt8] {
    code(256)
    if bitCount > 0 { put(0, 8 - bitCount) }
    for shift in [24, 16, 8, 0] {
      bytes.append(UInt8(truncatingIfNeeded: (sumB << 16 | sumA) >> shift))
    }
    return bytes
  }

  /// The Adler-32 checksum of a line that comes so many times: what one line adds to the sums is
  /// the same each time.
  private mutating func count(_ line: [UInt8], times: Int = 1) {
    let (plain, weighted) = line.withUnsafeBufferPointer { line in
      var (plain, weighted) = (0, 0)
      for byte in line {
        plain += Int(byte)
        weighted += plain
      }
      return (plain, weighted)
    }
    for _ in 0..<times {
      sumB = (sumB + line.count * sumA + weighted) % 65_521
      sumA = (sumA + plain) % 65_521
    }
  }

  /// Bytes that stand so far back, in pieces of the lengths that there are codes for. Fewer than
  /// three have no code, and are written out.
  private mutating func copy(_ bytes: [UInt8], times: Int, distance: Int) {
    var left = bytes.count * times
    if left < 3 {
      for _ in 0..<times { bytes.forEach { literal($0) } }
      return
    }
    while left > 0 {
      let most = min(left, 258)
      // What is left over must have a code too.
      let piece = left > most && left - most < 3 ? left - 3 : most
      length(piece)
      self.distance(distance)
      left -= piece
    }
  }

  private mutating func literal(_ byte: UInt8) { code(Int(byte)) }

  private mutating func length(_ length: Int) {
    // 258 has a code of its own; each group below has four codes and one more extra bit.
    guard length < 258 else { return code(285) }
    guard length > 10 else { return code(254 + length) }
    let offset = UInt32(length - 3)
    let extra = UInt32(31 - offset.leadingZeroBitCount) - 2
    code(257 + Int(extra * 4 + (offset >> extra)))
    put(offset & (1 << extra - 1), extra)
  }

  private mutating func distance(_ distance: Int) {
    let offset = UInt32(distance - 1)
    guard offset > 3 else { return put(reversed(offset, 5), 5) }
    let extra = UInt32(31 - offset.leadingZeroBitCount) - 1
    put(reversed(extra * 2 + (offset >> extra), 5), 5)
    put(offset & (1 << extra - 1), extra)
  }

  /// The fixed code of a literal or a length.
  private mutating func code(_ symbol: Int) {
    let symbol = UInt32(symbol)
    switch symbol {
    case 0..<144: put(reversed(0x30 + symbol, 8), 8)
    case 144..<256: put(reversed(0x190 + symbol - 144, 9), 9)
    case 256..<280: put(reversed(symbol - 256, 7), 7)
    default: put(reversed(0xC0 + symbol - 280, 8), 8)
    }
  }

  /// Codes go out with their highest bit first, everything else with its lowest.
  private func reversed(_ value: UInt32, _ count: UInt32) -> UInt32 {
    var (value, result) = (value, 0 as UInt32)
    for _ in 0..<count {
      result = result << 1 | value & 1
      value >>= 1
    }
    return result
  }

  private mutating func put(_ value: UInt32, _ count: UInt32) {
    bits |= value << bitCount
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
