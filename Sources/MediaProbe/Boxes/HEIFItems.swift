import ModelCore

/// The item list of a HEIF file, as far as it concerns the primary item. Thumbnails, tiles, alpha
/// and depth pictures are items as well; what they say of themselves does not count.
struct HEIFItems {
  /// The primary item: its own size and what happens to it.
  struct Picture {
    let id: Int
    let size: PixelSize
    let transforms: [HEIFTransform]
    /// The codec's set-up, by the name of its box.
    let codecSetup: [FourCC: ByteCursor]
  }

  private let boxes: [FourCC: ByteCursor]

  init(_ meta: ByteCursor) throws(ProbeStop) {
    var content = meta
    _ = try content.versionAndFlags()
    boxes = try content.firstBoxes()
  }

  func primaryPicture() throws(ProbeStop) -> Picture {
    var primary = try box("pitm")
    let version = try primary.versionAndFlags().version
    let id = try version == 0 ? primary.u16() : primary.u32()

    var size: PixelSize?
    var transforms: [HEIFTransform] = []
    var codecSetup: [FourCC: ByteCursor] = [:]
    for property in try properties(of: id) {
      var content = property.content
      switch property.type {
      case "ispe" where size == nil:
        try content.skip(4)
        size = PixelSize(width: try content.u32(), height: try content.u32())
      case "irot":
        transforms.append(.quarterTurns(try content.u8() & 3))
      case "clap":
        let width = HEIFTransform.Ratio(
          numerator: try content.i32(), denominator: try content.i32())
        let height = HEIFTransform.Ratio(
          numerator: try content.i32(), denominator: try content.i32())
        transforms.append(.crop(width: width, height: height))
      default:
        codecSetup[property.type] = property.content
      }
    }
    guard let size else { throw .malformed("the primary item does not say its size") }
    guard size.width > 0, size.height > 0 else {
      throw .malformed("the primary item says \(size)")
    }
    return Picture(id: id, size: size, transforms: transforms, codecSetup: codecSetup)
  }

  /// The size by a second witness: the codec's own header, or the layout of the tiles.
  func codedSize(of picture: Picture) throws(ProbeStop) -> PixelSize? {
    if let setup = picture.codecSetup["hvcC"] { return try HEVCHeader.size(setup) }
    if let setup = picture.codecSetup["av1C"] { return try AV1Header.size(setup) }
    guard boxes["iinf"] != nil, try type(of: picture.id) == "grid", boxes["iloc"] != nil,
      var grid = try HEIFLocation(try box("iloc"), itemData: boxes["idat"]).data(of: picture.id)
    else { return nil }
    try grid.skip(1)
    let isWide = try grid.u8() & 1 == 1
    try grid.skip(2)
    return PixelSize(
      width: try isWide ? grid.u32() : grid.u16(), height: try isWide ? grid.u32() : grid.u16())
  }

  private func box(_ type: FourCC) throws(ProbeStop) -> ByteCursor {
    guard let box = boxes[type] else { throw .malformed("the item list has no \(type) box") }
    return box
  }

  private func type(of id: Int) throws(ProbeStop) -> FourCC? {
    var list = try box("iinf")
    let version = try list.versionAndFlags().version
    try list.skip(version == 0 ? 2 : 4)
    while var entry = try list.nextBox()?.content {
      let version = try entry.versionAndFlags().version
      guard version >= 2 else { continue }
      let found = try version == 2 ? entry.u16() : entry.u32()
      if found == id {
        try entry.skip(2)
        return try entry.fourCC()
      }
    }
    return nil
  }

  /// The properties of an item in the order in which they apply.
  private func properties(of id: Int) throws(ProbeStop) -> [ISOBox] {
    var container = try box("iprp")
    var all: [ISOBox] = []
    var chosen: [Int] = []
    while let box = try container.nextBox() {
      var content = box.content
      switch box.type {
      case "ipco" where all.isEmpty:
        while let property = try content.nextBox() { all.append(property) }
      case "ipma":
        chosen += try HEIFItems.associations(of: id, in: &content)
      default:
        continue
      }
    }
    var properties: [ISOBox] = []
    for index in chosen where index > 0 {
      guard index <= all.count else { throw .malformed("the primary item names no property") }
      properties.append(all[index - 1])
    }
    return properties
  }

  private static func associations(
    of id: Int, in list: inout ByteCursor
  ) throws(ProbeStop) -> [Int] {
    let (version, flags) = try list.versionAndFlags()
    var chosen: [Int] = []
    for _ in 0..<(try list.u32()) {
      try list.input.spend()
      let item = try version == 0 ? list.u16() : list.u32()
      let count = try list.u8()
      var indices = try list.part(flags & 1 == 1 ? 2 * count : count, "the property list")
      guard item == id else { continue }
      for _ in 0..<count {
        // The highest bit only says whether a reader must understand the property.
        chosen.append(try flags & 1 == 1 ? indices.u16() & 0x7FFF : indices.u8() & 0x7F)
      }
    }
    return chosen
  }
}
