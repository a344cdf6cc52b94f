/// A picture cut into the blocks of a video, 16 by 16 pixels.
struct PixelBlocks {
  typealias Color = (y: UInt8, cb: UInt8, cr: UInt8)

  enum Direction { case left, above }

  let columns: Int
  let rows: Int
  /// For each line of the picture its pixels, up to the last block's end.
  private let lines: [[UInt8]]
  private let lineOfRow: [Int]
  private let colors: [Color]

  init(_ picture: Picture) {
    columns = (picture.width + 15) / 16
    rows = (picture.height + 15) / 16
    let width = columns * 16
    lines = picture.bands.map { band in
      band.line + [UInt8](repeating: band.line.last ?? 0, count: width - band.line.count)
    }
    var lineOfRow = picture.bands.indices.flatMap { index in
      [Int](repeating: index, count: picture.bands[index].count)
    }
    lineOfRow += [Int](repeating: lines.count - 1, count: rows * 16 - lineOfRow.count)
    self.lineOfRow = lineOfRow
    colors = picture.palette.map(Self.convert)
  }

  /// Returns the direction in which the block continues its neighbor, if each of its lines equals
  /// the pixel on the left or each of its columns equals the pixel above. Two pixels share a color
  /// sample, so two are compared.
  func continuation(_ column: Int, _ row: Int) -> Direction? {
    if column > 0, continuesLeft(column * 16, row * 16) { return .left }
    if row > 0, continuesAbove(column * 16, row * 16) { return .above }
    return nil
  }

  private func continuesLeft(_ x: Int, _ y: Int) -> Bool {
    var last = -1
    for row in y..<(y + 16) where lineOfRow[row] != last {
      last = lineOfRow[row]
      let line = lines[last]
      let color = line[x - 1]
      guard line[x - 2] == color, line[x..<(x + 16)].allSatisfy({ $0 == color }) else {
        return false
      }
    }
    return true
  }

  private func continuesAbove(_ x: Int, _ y: Int) -> Bool {
    let above = lines[lineOfRow[y - 1]][x..<(x + 16)]
    var last = lineOfRow[y - 1]
    for row in [y - 2] + Array(y..<(y + 16)) where lineOfRow[row] != last {
      last = lineOfRow[row]
      guard lines[last][x..<(x + 16)] == above else { return false }
    }
    return true
  }

  /// Brightness of every pixel, then both colours of every second.
  func samples(_ column: Int, _ row: Int) -> [UInt8] {
    let (x, y) = (column * 16, row * 16)
    var samples: [UInt8] = []
    samples.reserveCapacity(384)
    for line in y..<(y + 16) {
      for color in lines[lineOfRow[line]][x..<(x + 16)] { samples.append(colors[Int(color)].y) }
    }
    samples += colorSamples(x, y) { $0.cb }
    samples += colorSamples(x, y) { $0.cr }
    return samples
  }

  private func colorSamples(_ x: Int, _ y: Int, _ part: (Color) -> UInt8) -> [UInt8] {
    stride(from: y, to: y + 16, by: 2).flatMap { line in
      let pixels = lines[lineOfRow[line]]
      return stride(from: x, to: x + 16, by: 2).map { part(colors[Int(pixels[$0])]) }
    }
  }

  /// ITU-R BT.601, in the range that videos use.
  private static func convert(_ rgb: (UInt8, UInt8, UInt8)) -> Color {
    let (red, green, blue) = (Int(rgb.0), Int(rgb.1), Int(rgb.2))
    return (
      UInt8(clamping: 16 + ((66 * red + 129 * green + 25 * blue + 128) >> 8)),
      UInt8(clamping: 128 + ((-38 * red - 74 * green + 112 * blue + 128) >> 8)),
      UInt8(clamping: 128 + ((112 * red - 94 * green - 18 * blue + 128) >> 8))
    )
  }
}
