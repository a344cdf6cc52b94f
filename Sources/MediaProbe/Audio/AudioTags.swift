/// Tags around MPEG audio. They may hold whole pictures, so their size matters.
enum AudioTags {
  /// Moves past all ID3v2 tags; says whether there was one.
  static func skipLeading(_ file: inout ByteCursor) throws(ProbeStop) -> Bool {
    var found = false
    while try file.peek(3) == Array("ID3".utf8) {
      try file.input.spend()
      found = true
      try file.skip(5)
      let hasFooter = try file.u8() & 0x10 != 0
      // Four times seven bits, so that no size looks like the start of a frame.
      var size = 0
      for _ in 0..<4 {
        let byte = try file.u8()
        guard byte < 0x80 else { throw .malformed("the ID3 tag has a size out of range") }
        size = size << 7 | byte
      }
      let tag = size + (hasFooter ? 10 : 0)
      guard tag <= file.remaining else { throw .malformed("the file ends inside its ID3 tag") }
      try file.skip(tag)
    }
    return found
  }

  /// Bytes that ID3v1 and APE tags take at the end of the file.
  static func trailing(_ input: ProbeInput, _ end: Int) throws(ProbeStop) -> Int {
    var count = 0
    if end >= 128, try input.cursor(.big, at: end - 128).peek(3) == Array("TAG".utf8) {
      count = 128
    }
    guard end - count >= 32 else { return count }
    var footer = input.cursor(.little, at: end - count - 32)
    guard try footer.skip(prefix: Array("APETAGEX".utf8)) else { return count }
    try footer.skip(4)
    let size = try footer.u32()
    try footer.skip(4)
    let hasHeader = try footer.u32() & 0x8000_0000 != 0
    return count + min(size + (hasHeader ? 32 : 0), end - count)
  }
}
