/// A table that finds the line and column of a byte without reading the text from its start.
///
/// A column counts scalars, so the bytes of the line before it would have to be read; in a text
/// without line breaks that is all of them, each time. Therefore the table records the number of
/// continuation bytes at regular intervals.
package struct PlaceTable: Sendable {
  private struct Mark {
    /// The first byte of a scalar of several bytes, or one of the others.
    var offset: UInt32
    /// Continuation bytes before it.
    var continuations: UInt32
  }

  /// The minimum distance of marks, which limits their number and the bytes that are counted again.
  private static var stride: Int { 1024 }

  private var lineStarts: [UInt32] = [0]
  private var marks: [Mark] = []
  private var continuations = 0
  private var nextMark = 0

  /// Of a text that is still to be read.
  init() {}

  /// Of a text of any kind, however badly it is encoded.
  package init(of bytes: [UInt8]) {
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { beginLine(at: offset + 1) }
      if UTF8Sequence.isContinuation(byte) { addContinuations(1, at: offset) }
    }
  }

  /// Notes that a line begins at `offset`.
  mutating func beginLine(at offset: Int) { lineStarts.append(UInt32(truncatingIfNeeded: offset)) }

  /// Notes a scalar of `length` bytes at `offset`; they must come in order.
  mutating func addScalar(at offset: Int, length: Int) {
    addContinuations(length - 1, at: offset)
  }

  private mutating func addContinuations(_ count: Int, at offset: Int) {
    if offset >= nextMark {
      marks.append(
        Mark(
          offset: UInt32(truncatingIfNeeded: offset),
          continuations: UInt32(truncatingIfNeeded: continuations)))
      nextMark = offset + PlaceTable.stride
    }
    continuations += count
  }

  /// The place of a byte of `bytes`, the text that the table was made of.
  package func place(ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> SourcePlace {
    let offset = max(0, min(offset, bytes.count))
    let line = PlaceTable.lastIndex(below: offset, count: lineStarts.count) { lineStarts[$0] } ?? 0
    let lineStart = max(Int(lineStarts[line]), ByteOrderMark.length(in: bytes))
    guard offset > lineStart else { return SourcePlace(line: line + 1, column: 1) }
    let scalars =
      offset - lineStart
      - (continuations(before: offset, in: bytes) - continuations(before: lineStart, in: bytes))
    return SourcePlace(line: line + 1, column: scalars + 1)
  }

  private func continuations(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let index = PlaceTable.lastIndex(below: offset, count: marks.count) { marks[$0].offset }
    guard let index else { return 0 }
    let start = Int(marks[index].offset)
    var count = Int(marks[index].continuations)
    // Whatever follows the stride and is no ASCII has a mark of its own, unless it is the tail of
    // a scalar that began within the stride.
    for position in start..<min(offset, start + PlaceTable.stride + 3)
    where UTF8Sequence.isContinuation(bytes[position]) {
      count += 1
    }
    return count
  }

  /// The last of the ascending `values` that is not above `offset`.
  private static func lastIndex(
    below offset: Int, count: Int, of value: (Int) -> UInt32
  ) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(value(middle)) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

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
