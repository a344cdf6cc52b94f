/// The placeholder image of a job. It shows the model, the digest of the prompt, the requested
/// size, and a pattern that differs between prompts.
struct PlaceholderImage {
  private let settings: OutputSettings
  private let index: Int
  private let lines: [String]

  init(_ settings: OutputSettings, _ index: Int, model: String) {
    self.settings = settings
    self.index = index
    let name = model.split(separator: "/").suffix(3).joined(separator: "/")
    lines = [
      "MOCK SERVICE", name, "PROMPT \(settings.digest.hex)",
      "\(settings.width)X\(settings.height)  \(index + 1)/\(settings.count)",
    ]
  }

  var picture: Picture {
    let (width, height) = (settings.width, settings.height)
    let columns = (lines.map(\.count).max() ?? 1) * PixelFont.advance + 8
    let rows = lines.count * PixelFont.lineHeight + 8 + Self.patternRows
    let scale = max(1, min(width / columns, height / rows))
    let grid = cells(columns: (width + scale - 1) / scale, rows: (height + scale - 1) / scale)
    var bands: [Picture.Band] = []
    for (number, row) in grid.enumerated() {
      let count = min(scale, height - number * scale)
      if number > 0, row == grid[number - 1] {
        bands[bands.count - 1].count += count
      } else {
        let line = row.flatMap { repeatElement($0, count: scale) }
        bands.append(Picture.Band(line: Array(line.prefix(width)), count: count))
      }
    }
    return Picture(width: width, height: height, palette: palette, bands: bands)
  }

  private static let patternRows = 18

  /// The colour of each block; blocks are pixels of the picture at its smallest.
  private func cells(columns: Int, rows: Int) -> [[UInt8]] {
    var grid = [[UInt8]](repeating: [UInt8](repeating: 0, count: columns), count: rows)
    func set(_ column: Int, _ row: Int, _ color: UInt8) {
      if row >= 0, row < rows, column >= 0, column < columns { grid[row][column] = color }
    }
    for (number, line) in lines.enumerated() {
      let top = 4 + number * PixelFont.lineHeight
      for (place, character) in line.enumerated() {
        PixelFont.dots(of: character) { column, row in
          set(4 + place * PixelFont.advance + column, top + row, 1)
        }
      }
    }
    // Each bit of the digest is a block of two by two, as wide as it is needed to tell them apart.
    let top = 4 + lines.count * PixelFont.lineHeight + 2
    let digest = settings.digest &+ UInt32(truncatingIfNeeded: index)
    for bit in 0..<32 {
      let color: UInt8 = digest >> UInt32(31 - bit) & 1 == 1 ? 2 : 3
      for dot in 0..<9 { set(4 + bit % 16 * 3 + dot % 3, top + bit / 16 * 4 + dot / 3, color) }
    }
    return grid
  }

  private var palette: [(UInt8, UInt8, UInt8)] {
    let seed = settings.digest
    func shade(_ shift: UInt32, _ least: UInt8) -> UInt8 {
      least + UInt8(truncatingIfNeeded: seed >> shift & 0x3F)
    }
    return [
      (shade(0, 16), shade(6, 16), shade(12, 32)), (255, 255, 255),
      (shade(18, 180), shade(24, 150), 90), (60, 60, 72),
    ]
  }
}

/// A picture of few colours, told by bands of equal lines: as large as it may be, it takes little
/// room.
struct Picture {
  /// Equal lines, one below the other.
  struct Band {
    /// One colour number for each pixel.
    let line: [UInt8]
    var count: Int
  }

  let width: Int
  let height: Int
  /// Red, green and blue; at most four.
  let palette: [(UInt8, UInt8, UInt8)]
  let bands: [Band]
}
