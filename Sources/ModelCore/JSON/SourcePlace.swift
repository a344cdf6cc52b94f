/// A place in a text, counted from 1 as editors and compilers do.
package struct SourcePlace: Sendable, Hashable, Comparable {
  package var line: Int
  /// Counted in Unicode scalars, so that it is where an editor shows it.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The three bytes that some editors put in front of UTF-8. They belong to no column.
enum ByteOrderMark {
  static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF else { return 0 }
    return 3
  }
}
