import ModelCore

/// The display size and orientation of a track.
struct TrackShape: Hashable {
  private let matrix: MovieMatrix
  private let width: Double
  private let height: Double

  /// Reads the end of a track header, from behind its duration.
  init(_ header: inout ByteCursor) throws(ProbeStop) {
    try header.skip(16)
    matrix = try MovieMatrix(&header)
    width = Double(try header.u32()) / 65536
    height = Double(try header.u32()) / 65536
  }

  func displayed(_ picture: PictureFormat, in outer: MovieMatrix) -> Fact<PixelSize> {
    let full = picture.full
    guard let size = shownSize(picture, full) else {
      return .unknown("the track header and the pixel aspect ratio contradict each other")
    }
    guard
      let turned = matrix.followed(by: outer).applied(width: size.width, height: size.height)
    else { return .unknown("the picture isn't rotated by a multiple of 90 degrees") }
    guard let width = Int(exactly: turned.width.rounded()),
      let height = Int(exactly: turned.height.rounded()), width > 0, height > 0
    else { return .malformed("the track header has no valid size") }
    return .known(PixelSize(width: width, height: height))
  }

  /// The size in the track header, unless it is missing or at odds with the shape of the pixels:
  /// some players heed the one and some the other.
  private func shownSize(
    _ picture: PictureFormat, _ full: (width: Double, height: Double)
  ) -> (width: Double, height: Double)? {
    guard width > 0, height > 0 else { return full }
    guard picture.isReshaped else { return (width, height) }
    let ratio = (width / height) / (full.width / full.height)
    return abs(ratio - 1) < 0.01 ? (width, height) : nil
  }
}
