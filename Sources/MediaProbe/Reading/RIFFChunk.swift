/// Chunks of RIFF files: a name, a size, the content, and a byte of padding after odd sizes.
enum RIFFChunk {
  /// The next chunk. A content that is cut off by the end of the file is noticed when it is read.
  static func next(_ file: inout ByteCursor) throws(ProbeStop) -> (FourCC, ByteCursor) {
    try file.input.spend()
    let type = try file.fourCC()
    let size = try file.u32()
    let content = try file.clippedPart(size, "the \(type) chunk")
    if size % 2 == 1 { _ = try file.clippedPart(1, "padding") }
    return (type, content)
  }
}
