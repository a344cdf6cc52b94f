/// A place in a text, counted from 1 as editors and compilers do.
public struct SourcePlace: Sendable, Hashable, Comparable {
  public var line: Int
  /// Counted in Unicode scalars, so that it is where an editor shows it.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The place of a byte in a text that may not even be JSON.
  public init(ofByte offset: Int, in bytes: [UInt8]) {
    let offset = min(offset, bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    self.init(
      line: line, column: SourcePlace.column(of: offset, lineStart: lineStart, in: bytes))
  }

  static func column(of offset: Int, lineStart: Int, in bytes: [UInt8]) -> Int {
    var column = 1
    var start = lineStart
    if start == 0, bytes.starts(with: ByteOrderMark.utf8) { start = ByteOrderMark.utf8.count }
    var index = start
    while index < min(offset, bytes.count) {
      // Continuation bytes belong to the scalar before them.
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return column
  }
}

enum ByteOrderMark {
  static var utf8: [UInt8] { [0xEF, 0xBB, 0xBF] }
}
