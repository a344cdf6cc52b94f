import ModelCore

/// The description of a video track's samples: coded size and shape of the pixels.
struct PictureFormat: Hashable {
  let coded: PixelSize
  private var pixelWidth = 1.0
  private var pixelHeight = 1.0
  private var aperture: PixelSize?

  init(_ descriptions: ByteCursor) throws(ProbeStop) {
    var descriptions = descriptions
    try descriptions.skip(4)
    let count = try descriptions.u32()
    guard var first = try descriptions.nextBox()?.content else {
      throw .malformed("the video track does not describe its pictures")
    }
    coded = try PictureFormat.size(&first)
    for _ in 1..<max(1, count) {
      guard var other = try descriptions.nextBox()?.content else { break }
      guard try PictureFormat.size(&other) == coded else {
        throw .unknown("the video changes its size")
      }
    }
    // The fixed fields behind the size, then boxes.
    try first.skip(min(50, first.remaining))
    try readShape(first)
  }

  private static func size(_ entry: inout ByteCursor) throws(ProbeStop) -> PixelSize {
    try entry.skip(24)
    let size = PixelSize(width: try entry.u16(), height: try entry.u16())
    guard size.width > 0, size.height > 0 else {
      throw .malformed("the video says its pictures are \(size)")
    }
    return size
  }

  private mutating func readShape(_ extensions: ByteCursor) throws(ProbeStop) {
    var extensions = extensions
    while var box = try extensions.nextBox() {
      switch box.type {
      case "pasp":
        let width = try box.content.u32()
        let height = try box.content.u32()
        guard width > 0, height > 0 else { continue }
        pixelWidth = Double(width)
        pixelHeight = Double(height)
      case "clap":
        let (width, widthUnit) = (try box.content.u32(), try box.content.u32())
        let (height, heightUnit) = (try box.content.u32(), try box.content.u32())
        guard widthUnit > 0, heightUnit > 0, width >= widthUnit, height >= heightUnit else {
          continue
        }
        aperture = PixelSize(width: width / widthUnit, height: height / heightUnit)
      default:
        continue
      }
    }
  }

  /// The size with pixels made square, in a player that heeds all that is said here.
  var full: (width: Double, height: Double) {
    let size = aperture ?? coded
    return (Double(size.width) * pixelWidth / pixelHeight, Double(size.height))
  }

  /// A Boolean value that indicates whether the picture is cropped, scaled or rotated for display.
  var isReshaped: Bool {
    pixelWidth != pixelHeight || aperture.map { $0 != coded } ?? false
  }
}
