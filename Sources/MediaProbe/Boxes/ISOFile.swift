import ModelCore

/// Files made of ISO boxes: the brand tells pictures from movies.
enum ISOFile {
  /// Returns a Boolean value that indicates whether the first box is one that these files start
  /// with. Old QuickTime files have no brand.
  static func isLikely(_ head: [UInt8]) -> Bool {
    guard head.count >= 8 else { return false }
    let first = FourCC(rawValue: head[4..<8].reduce(0) { $0 << 8 | UInt32($1) })
    return brandBoxes.contains(first) || quickTimeStarts.contains(first)
      || fragmentStarts.contains(first)
  }

  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    findings.format = .mov
    var file = input.cursor(.big)
    guard let first = try file.nextTopLevelBox() else { throw .malformed("the file is empty") }
    if fragmentStarts.contains(first.type) {
      findings.format = .mp4
      throw .unknown("the file is a fragment of a movie without its header")
    }
    let brands = brandBoxes.contains(first.type) ? try self.brands(first.content) : []
    switch kind(brands) {
    case .image(let format):
      findings.format = format
      let isSequence = brands.contains { sequences.contains($0) }
      try HEIFImage.read(input, isSequence: isSequence, into: &findings)
    case .movie(let format):
      findings.format = format
      try MovieFile.read(input, into: &findings)
    case .other(let name):
      findings.format = .unsupported(name)
      throw .unknown("\(name) files aren't supported")
    }
  }

  private static let brandBoxes: Set<FourCC> = ["ftyp"]
  private static let quickTimeStarts: Set<FourCC> = [
    "moov", "mdat", "wide", "free", "skip", "pnot",
  ]
  private static let fragmentStarts: Set<FourCC> = ["styp", "moof", "sidx"]

  private enum Kind {
    case image(MediaFormat)
    case movie(MediaFormat)
    case other(String)
  }

  /// The major brand, then the compatible ones.
  private static func brands(_ content: ByteCursor) throws(ProbeStop) -> [FourCC] {
    var content = content
    var brands = [try content.fourCC()]
    guard content.remaining >= 4 else { return brands }
    try content.skip(4)
    while content.remaining >= 4, brands.count < 64 { brands.append(try content.fourCC()) }
    return brands
  }

  private static let imageCodings: [FourCC: MediaFormat] = [
    "heic": .heic, "heix": .heic, "heim": .heic, "heis": .heic,
    "hevc": .heic, "hevx": .heic, "hevm": .heic, "hevs": .heic,
    "avif": .avif, "avis": .avif,
    "mif1": .heif, "msf1": .heif, "mif2": .heif, "miaf": .heif, "jpeg": .heif, "jpgs": .heif,
    "vvic": .heif, "evbi": .heif, "avci": .heif, "avcs": .heif, "j2ki": .heif,
  ]

  private static let sequences: Set<FourCC> = [
    "avis", "msf1", "hevc", "hevx", "hevm", "hevs", "jpgs", "avcs",
  ]

  private static func kind(_ brands: [FourCC]) -> Kind {
    guard let major = brands.first else { return .movie(.mov) }
    if let format = imageCodings[major] {
      // A general major brand leaves it to the others to name the coding.
      let named = format == .heif ? brands.compactMap { imageCodings[$0] } : [format]
      return .image(named.first { $0 != .heif } ?? .heif)
    }
    switch major {
    case "qt  ": return .movie(.mov)
    case "M4A ", "M4B ", "M4P ": return .movie(.m4a)
    case "crx ": return .other("Canon CR3")
    case "jp2 ", "jpx ", "jpm ": return .other("JPEG 2000")
    case "jxl ": return .other("JPEG XL")
    default: return .movie(.mp4)
    }
  }
}
