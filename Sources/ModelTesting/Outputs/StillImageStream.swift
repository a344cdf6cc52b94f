/// The H.264 stream (ITU-T H.264, baseline profile) of a picture that stands still.
///
/// Nothing is transformed: a block of 16 by 16 pixels is either the continuation of its neighbour,
/// which takes one byte, or written out pixel by pixel. So the picture comes out exact, and flat
/// areas are small.
struct StillImageStream {
  let firstFrame: [UInt8]
  private let sequence: [UInt8]
  private let parameters: [UInt8]
  private let blockCount: Int

  init(_ picture: Picture) {
    let blocks = PixelBlocks(picture)
    blockCount = blocks.columns * blocks.rows
    sequence = StreamUnit.bytes(header: 0x67, Self.sequence(picture, blocks))
    parameters = StreamUnit.bytes(header: 0x68, Self.parameters)
    firstFrame = StreamUnit.bytes(header: 0x65, Self.firstFrame(blocks))
  }

  /// The decoder configuration of an MP4 file.
  var configuration: [UInt8] {
    func counted(_ unit: [UInt8]) -> [UInt8] {
      [UInt8(truncatingIfNeeded: unit.count >> 8), UInt8(truncatingIfNeeded: unit.count)] + unit
    }
    return [1] + sequence[1...3] + [0xFF, 0xE1] + counted(sequence) + [1] + counted(parameters)
  }

  /// A frame like the one before: every block is skipped.
  func sameFrame(number: Int) -> [UInt8] {
    var bits = BitWriter()
    [0, 5, 0].forEach { bits.number($0) }
    bits.bits(number & 0xFF, 8)
    // No list of other frames to look at, and no marks on them.
    bits.bits(0, 3)
    bits.number(0)
    bits.number(1)
    bits.number(blockCount)
    bits.end()
    return StreamUnit.bytes(header: 0x41, bits.bytes)
  }

  private static func sequence(_ picture: Picture, _ blocks: PixelBlocks) -> [UInt8] {
    var bits = BitWriter()
    bits.bits(66, 8)
    bits.bits(0xC0, 8)
    // Level 5.1 goes up to 36864 blocks.
    bits.bits(blocks.columns * blocks.rows <= 36_864 ? 51 : 60, 8)
    // Eight bits of frame number, order as in the stream, one frame to look at.
    [0, 4, 2, 1].forEach { bits.number($0) }
    bits.bits(0, 1)
    bits.number(blocks.columns - 1)
    bits.number(blocks.rows - 1)
    bits.bits(0b11, 2)
    // What the blocks have too much on the right and below is cut off, in steps of two pixels.
    bits.bits(1, 1)
    bits.number(0)
    bits.number((blocks.columns * 16 - picture.width) / 2)
    bits.number(0)
    bits.number((blocks.rows * 16 - picture.height) / 2)
    bits.bits(0, 1)
    bits.end()
    return bits.bytes
  }

  private static var parameters: [UInt8] {
    var bits = BitWriter()
    [0, 0].forEach { bits.number($0) }
    bits.bits(0, 2)
    [0, 0, 0].forEach { bits.number($0) }
    bits.bits(0, 3)
    [0, 0, 0].forEach { bits.number($0) }
    bits.bits(0b100, 3)
    bits.end()
    return bits.bytes
  }

  private static func firstFrame(_ blocks: PixelBlocks) -> [UInt8] {
    var bits = BitWriter()
    [0, 7, 0].forEach { bits.number($0) }
    bits.bits(0, 8)
    bits.number(0)
    bits.bits(0, 2)
    // No change of quality, and no smoothing between blocks.
    bits.number(0)
    bits.number(1)
    var isWritten = [Bool](repeating: false, count: blocks.columns * blocks.rows)
    for row in 0..<blocks.rows {
      for column in 0..<blocks.columns {
        let place = row * blocks.columns + column
        if let direction = blocks.continuation(column, row) {
          bits.number(direction == .above ? 1 : 2)
          bits.number(direction == .above ? 2 : 1)
          bits.number(0)
          let left = column > 0 ? isWritten[place - 1] : nil
          let above = row > 0 ? isWritten[place - blocks.columns] : nil
          // "No coefficients" is said in a code that depends on the neighbours: those that are
          // written out count as having sixteen.
          if left == true || above == true { bits.bits(0b11, 6) } else { bits.bits(1, 1) }
        } else {
          isWritten[place] = true
          bits.number(25)
          bits.align()
          bits.add(blocks.samples(column, row))
        }
      }
    }
    bits.end()
    return bits.bytes
  }
}
