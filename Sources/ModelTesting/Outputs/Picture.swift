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
