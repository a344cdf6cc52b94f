import ModelCore

/// HEIC, AVIF and their kin: the primary item is the picture, its properties say how it is shown.
enum HEIFImage {
  /// - Parameter isSequence: Whether the brand promises an animation; its length then stands in a
  ///   movie header, beside the still picture that shows for it.
  static func read(
    _ input: ProbeInput, isSequence: Bool, into findings: inout Findings
  ) throws(ProbeStop) {
    var file = input.cursor(.big)
    while let box = try file.nextTopLevelBox() {
      switch box.type {
      case "meta" where findings.stored == nil:
        try still(box.content, &findings)
        if !isSequence { return }
      case "moov":
        let sequence = try Movie(box.content)
        findings.stored = findings.stored ?? sequence.stored
        findings.displayed = findings.displayed ?? sequence.displayed
        findings.duration = sequence.duration
        findings.framesPerSecond = sequence.framesPerSecond
        if isSequence, findings.stored != nil { return }
      default:
        continue
      }
    }
    if findings.stored == nil {
      throw .malformed("the \(findings.format) file has no item list")
    }
  }

  private static func still(
    _ meta: ByteCursor, _ findings: inout Findings
  ) throws(ProbeStop) {
    let items = try HEIFItems(meta)
    let picture = try items.primaryPicture()
    let stored = picture.size
    if let coded = try items.codedSize(of: picture) {
      let excess = (coded.width - stored.width, coded.height - stored.height)
      // Encoders round sides up to whole blocks, so a slightly larger size isn't a contradiction.
      guard (0..<16).contains(excess.0), (0..<16).contains(excess.1) else {
        throw .unknown("the file says \(stored) but its coded picture is \(coded)")
      }
    }
    findings.stored = .known(stored)
    findings.displayed = try attempt { () throws(ProbeStop) in
      var size = stored
      for transform in picture.transforms { size = try transform.applied(to: size) }
      return size
    }
  }
}

/// The effect of an item's property on the size of its picture. EXIF orientation isn't included: in
/// these files it only repeats the effect of the properties.
enum HEIFTransform {
  case quarterTurns(Int)
  case crop(width: Ratio, height: Ratio)

  struct Ratio {
    let numerator: Int
    let denominator: Int
  }

  func applied(to size: PixelSize) throws(ProbeStop) -> PixelSize {
    switch self {
    case .quarterTurns(let turns): return turns % 2 == 1 ? size.turned : size
    case .crop(let width, let height):
      return PixelSize(
        width: try HEIFTransform.side(width, of: size.width),
        height: try HEIFTransform.side(height, of: size.height))
    }
  }

  private static func side(_ ratio: Ratio, of whole: Int) throws(ProbeStop) -> Int {
    guard ratio.denominator > 0, ratio.numerator > 0 else {
      throw .malformed("the clean aperture has no size")
    }
    let side = ratio.numerator / ratio.denominator
    guard (1...whole).contains(side) else {
      throw .malformed("the clean aperture is larger than the picture")
    }
    return side
  }
}
