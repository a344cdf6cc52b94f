import ModelCore

/// The size in the sequence parameters of HEVC, a second witness to what a HEIC file says.
enum HEVCHeader {
  /// The size of the picture as it leaves the decoder; `nil` if the set-up holds no parameters.
  static func size(_ setup: ByteCursor) throws(ProbeStop) -> PixelSize? {
    var setup = setup
    try setup.skip(22)
    for _ in 0..<(try setup.u8()) {
      let type = try setup.u8() & 0x3F
      for _ in 0..<(try setup.u16()) {
        try setup.input.spend()
        var unit = try setup.part(try setup.u16(), "the HEVC parameters")
        guard type == 33 else { continue }
        try unit.skip(min(2, unit.remaining))
        return try sequenceSize(withoutEmulation(try unit.peek(256)))
      }
    }
    return nil
  }

  /// Coded data never hold two zeros and a small number in a row; a 3 is put between them.
  private static func withoutEmulation(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var zeros = 0
    for byte in bytes {
      if zeros >= 2, byte == 3 {
        zeros = 0
        continue
      }
      zeros = byte == 0 ? zeros + 1 : 0
      plain.append(byte)
    }
    return plain
  }

  private static func sequenceSize(_ bytes: [UInt8]) throws(ProbeStop) -> PixelSize {
    var reader = BitReader(bytes)
    try reader.skip(4)
    let layers = try reader.bits(3)
    try reader.skip(1 + 96)
    try skipLayers(layers, &reader)
    _ = try reader.exponentialGolomb()
    let chroma = try reader.exponentialGolomb()
    if chroma == 3 { try reader.skip(1) }
    var width = try reader.exponentialGolomb()
    var height = try reader.exponentialGolomb()
    if try reader.bit() == 1 {
      let unit = (x: chroma == 1 || chroma == 2 ? 2 : 1, y: chroma == 1 ? 2 : 1)
      let left = try reader.exponentialGolomb()
      let right = try reader.exponentialGolomb()
      let top = try reader.exponentialGolomb()
      let bottom = try reader.exponentialGolomb()
      width -= unit.x * (left + right)
      height -= unit.y * (top + bottom)
    }
    return PixelSize(width: width, height: height)
  }

  /// Profile and level of each temporal layer below the highest.
  private static func skipLayers(_ count: Int, _ reader: inout BitReader) throws(ProbeStop) {
    guard count > 0 else { return }
    var length = 0
    for layer in 0..<8 {
      let hasProfile = try reader.bit()
      let hasLevel = try reader.bit()
      if layer < count { length += 88 * hasProfile + 8 * hasLevel }
    }
    try reader.skip(length)
  }
}
