import ModelCore

/// The size in the sequence header of AV1, a second witness to what an AVIF file says.
enum AV1Header {
  /// The largest frame size of the sequence; `nil` if the set-up does not hold its header.
  static func size(_ setup: ByteCursor) throws(ProbeStop) -> PixelSize? {
    var setup = setup
    try setup.skip(4)
    while try !setup.isAtEnd() {
      try setup.input.spend()
      let header = try setup.u8()
      if header & 4 != 0 { try setup.skip(1) }
      let size = try header & 2 != 0 ? length(&setup) : setup.remaining
      let unit = try setup.part(size, "the AV1 header")
      if header >> 3 & 15 == 1 { return try sequenceSize(try unit.peek(128)) }
    }
    return nil
  }

  /// A number of seven bits per byte, the lowest first.
  private static func length(_ setup: inout ByteCursor) throws(ProbeStop) -> Int {
    var value = 0
    for index in 0..<8 {
      let byte = try setup.u8()
      value |= (byte & 0x7F) << (7 * index)
      if byte & 0x80 == 0 { return value }
    }
    throw .malformed("an AV1 unit has an endless size")
  }

  private static func sequenceSize(_ bytes: [UInt8]) throws(ProbeStop) -> PixelSize {
    var reader = BitReader(bytes)
    try reader.skip(4)
    let isReduced = try reader.bit() == 1
    if isReduced {
      try reader.skip(5)
    } else {
      try skipOperatingPoints(&reader)
    }
    let widthBits = try reader.bits(4) + 1
    let heightBits = try reader.bits(4) + 1
    return PixelSize(
      width: try reader.bits(widthBits) + 1, height: try reader.bits(heightBits) + 1)
  }

  private static func skipOperatingPoints(_ reader: inout BitReader) throws(ProbeStop) {
    var delayBits: Int?
    if try reader.bit() == 1 {
      try reader.skip(64)
      if try reader.bit() == 1 { _ = try reader.exponentialGolomb() }
      if try reader.bit() == 1 {
        delayBits = try reader.bits(5) + 1
        try reader.skip(32 + 10)
      }
    }
    let hasDisplayDelay = try reader.bit() == 1
    for _ in 0...(try reader.bits(5)) {
      try reader.skip(12)
      if try reader.bits(5) > 7 { try reader.skip(1) }
      if let delayBits, try reader.bit() == 1 { try reader.skip(2 * delayBits + 1) }
      if hasDisplayDelay, try reader.bit() == 1 { try reader.skip(4) }
    }
  }
}
