/// HEIF files built of their item list alone.
struct HEIFSample {
  var brand = "heic"
  var compatible = ["mif1"]
  var primary = 1
  /// The property boxes, in the order of their indices.
  var properties: [Bytes] = []
  /// For each item, the indices of its properties, from 1.
  var items: [(id: Int, type: String, properties: [Int])] = []
  var itemData: Bytes = []
  var locations: Bytes = []
  /// A Boolean value that indicates whether indices have 15 bits instead of 7.
  var hasWideIndices = false
  var front: Bytes = []
  var behind: Bytes = []

  static func size(_ width: Int, _ height: Int) -> Bytes {
    fullBox("ispe", big(width, 4), big(height, 4))
  }

  static func rotation(_ quarterTurns: Int) -> Bytes { box("irot", big(quarterTurns, 1)) }

  static func mirror(_ axis: Int) -> Bytes { box("imir", big(axis, 1)) }

  static func aperture(_ width: (Int, Int), _ height: (Int, Int)) -> Bytes {
    box(
      "clap", big(width.0, 4), big(width.1, 4), big(height.0, 4), big(height.1, 4), zeros(4),
      big(1, 4), zeros(4), big(1, 4))
  }

  /// The layout of a picture made of tiles.
  static func grid(_ width: Int, _ height: Int) -> Bytes {
    [0, 0, 0, 1] + big(width, 2) + big(height, 2)
  }

  /// Says that the data of one item are the first bytes of `itemData`.
  static func locationInItemData(_ item: Int, _ length: Int) -> Bytes {
    fullBox(
      "iloc", version: 1, big(0x4400, 2), big(1, 2), big(item, 2), big(1, 2), big(0, 2),
      big(1, 2), big(0, 4), big(length, 4))
  }

  var bytes: Bytes {
    let entries = items.flatMap {
      fullBox("infe", version: 2, big($0.id, 2), big(0, 2), ascii($0.type), [0])
    }
    let width = hasWideIndices ? 2 : 1
    let associations = items.flatMap { item in
      big(item.id, 2) + big(item.properties.count, 1)
        + item.properties.flatMap { big($0 | 1 << (8 * width - 1), width) }
    }
    let meta = fullBox(
      "meta",
      fullBox("hdlr", zeros(4), ascii("pict"), zeros(13)),
      fullBox("pitm", big(primary, 2)),
      fullBox("iinf", big(items.count, 2), entries),
      box(
        "iprp", box("ipco", properties.flatMap { $0 }),
        fullBox("ipma", flags: hasWideIndices ? 1 : 0, big(items.count, 4), associations)),
      locations,
      itemData.isEmpty ? [] : box("idat", itemData))
    return box("ftyp", ascii(brand), zeros(4), compatible.flatMap(ascii)) + front + meta + behind
  }

  /// One picture with these properties.
  static func picture(_ properties: Bytes..., brand: String = "heic") -> HEIFSample {
    HEIFSample(
      brand: brand, properties: properties,
      items: [(1, brand == "avif" ? "av01" : "hvc1", Array(1...properties.count))])
  }
}
