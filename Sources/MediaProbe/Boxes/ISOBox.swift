/// A box of the ISO base media format, or an atom of QuickTime: a size, a name and a content.
struct ISOBox {
  let type: FourCC
  /// The offset of the box in the file.
  let start: Int
  /// The bytes after the header.
  var content: ByteCursor
}

extension ByteCursor {
  /// The next box in this one; `nil` at the end, where a few bytes of padding are overlooked.
  mutating func nextBox() throws(ProbeStop) -> ISOBox? {
    guard remaining >= 8 else { return nil }
    return try box(clipped: false)
  }

  /// The next box of the file. It may be cut off, or lie about its size, without harm to those
  /// before it.
  mutating func nextTopLevelBox() throws(ProbeStop) -> ISOBox? {
    if try isAtEnd() { return nil }
    return try box(clipped: true)
  }

  private mutating func box(clipped: Bool) throws(ProbeStop) -> ISOBox {
    try input.spend()
    let start = position
    var header = self
    let shortSize = try header.u32()
    let type = try header.fourCC()
    let size: UInt64
    switch shortSize {
    case 0: size = UInt64(end - start)
    case 1: size = try header.u64()
    default: size = UInt64(shortSize)
    }
    let headerSize = header.position - start
    guard size >= headerSize else {
      throw .malformed("the \(type) box says it is \(size) bytes long")
    }
    let room = UInt64(remaining)
    guard size <= room || clipped else {
      throw .malformed("the \(type) box is larger than \(name)")
    }
    let count = Int(min(size, room)) - headerSize
    let content = try header.part(count, "the \(type) box")
    self = header
    return ISOBox(type: type, start: start, content: content)
  }

  /// Skips the version and flags of a full box and returns them.
  mutating func versionAndFlags() throws(ProbeStop) -> (version: Int, flags: Int) {
    (try u8(), try u24())
  }

  /// All boxes in this one, the first of each name.
  func firstBoxes() throws(ProbeStop) -> [FourCC: ByteCursor] {
    var rest = self
    var boxes: [FourCC: ByteCursor] = [:]
    while let box = try rest.nextBox() {
      if boxes[box.type] == nil { boxes[box.type] = box.content }
    }
    return boxes
  }
}
