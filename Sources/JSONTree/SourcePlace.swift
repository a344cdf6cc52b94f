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
  ///
  /// This reads the text from its start; for one place of many, ask a ``JSONDocument``.
  public init(ofByte offset: Int, in bytes: [UInt8]) {
    self.init(line: 1, column: 1)
    bytes.withUnsafeBufferPointer { bytes in
      let start = ByteOrderMark.length(in: bytes)
      for index in start..<max(start, min(offset, bytes.count)) {
        if bytes[index] == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if !UTF8Sequence.isContinuation(bytes[index]) {
          column += 1
        }
      }
    }
  }
}

/// The three bytes that some editors put in front of UTF-8. They belong to no column.
enum ByteOrderMark {
  static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return 0 }
    return 3
  }
}
