/// The location of an item's data in the file.
struct HEIFLocation {
  private let list: ByteCursor
  private let itemData: ByteCursor?

  init(_ list: ByteCursor, itemData: ByteCursor?) {
    self.list = list
    self.itemData = itemData
  }

  /// The first extent of an item; `nil` where it lies in another item or another file.
  func data(of id: Int) throws(ProbeStop) -> ByteCursor? {
    var list = list
    let version = try list.versionAndFlags().version
    guard version <= 2 else { throw .unknown("the item locations have an unknown version") }
    let sizes = try list.u16()
    let field = (
      offset: sizes >> 12, length: sizes >> 8 & 15, base: sizes >> 4 & 15, index: sizes & 15
    )
    let count = try version == 2 ? list.u32() : list.u16()
    for _ in 0..<count {
      try list.input.spend()
      let item = try version == 2 ? list.u32() : list.u16()
      let method = try version == 0 ? 0 : list.u16() & 15
      let otherFile = try list.u16()
      let base = try HEIFLocation.integer(&list, field.base)
      let extents = try list.u16()
      guard item == id else {
        let entry = field.offset + field.length + (version == 0 ? 0 : field.index)
        try list.skip(extents * entry)
        continue
      }
      guard extents > 0, otherFile == 0, method <= 1 else { return nil }
      if version > 0 { _ = try HEIFLocation.integer(&list, field.index) }
      let (place, tooFar) = base.addingReportingOverflow(
        try HEIFLocation.integer(&list, field.offset))
      guard !tooFar else { throw .malformed("an item is beyond the end of any file") }
      let length = try HEIFLocation.integer(&list, field.length)
      return try part(at: place, length, method)
    }
    return nil
  }

  private func part(
    at place: Int, _ length: Int, _ method: Int
  ) throws(ProbeStop) -> ByteCursor? {
    guard var source = method == 1 ? itemData : list.input.cursor(.big) else { return nil }
    try source.skip(place)
    return try source.part(length == 0 ? source.remaining : length, "an item")
  }

  /// A field of 0, 4 or 8 bytes.
  private static func integer(_ list: inout ByteCursor, _ size: Int) throws(ProbeStop) -> Int {
    switch size {
    case 0: return 0
    case 4: return try list.u32()
    case 8:
      guard let value = Int(exactly: try list.u64()) else {
        throw .malformed("an item is beyond the end of any file")
      }
      return value
    default: throw .malformed("the item locations have fields of \(size) bytes")
    }
  }
}
