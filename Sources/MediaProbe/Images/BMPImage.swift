import ModelCore

/// Windows and OS/2 bitmaps, told apart by the size of their header.
enum BMPImage {
  /// `BM` alone would make a bitmap of any text that starts so; the size of the header tells, unless
  /// the file is cut off before it.
  static func hasPlausibleHeader(_ head: [UInt8]) -> Bool {
    guard head.count >= 18 else { return true }
    return (headerSizes.contains(Int(head[14])) || head[14] == coreHeaderSize)
      && head[15..<18].allSatisfy { $0 == 0 }
  }

  private static let headerSizes = 16...124
  private static let coreHeaderSize = 12

  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.little, at: 14)
    let headerSize = try file.u32()
    let width: Int
    let height: Int
    switch headerSize {
    case coreHeaderSize:
      width = try file.u16()
      height = try file.u16()
    case headerSizes:
      width = try file.i32()
      // A negative height means that the rows are stored from the top.
      height = abs(try file.i32())
    default:
      throw .malformed("the bitmap header says it is \(headerSize) bytes long")
    }
    guard width > 0, height > 0 else {
      throw .malformed("the bitmap header says \(width) × \(height)")
    }
    findings.stored = .known(PixelSize(width: width, height: height))
    findings.setDisplayed(exchangesSides: nil)
  }
}
