import JSONTree

/// Finds line and column of any byte of a text quickly.
///
/// A minified catalogue is one line of megabytes; counting its columns from the start for each of
/// a thousand diagnostics would take longer than everything else together.
struct PlaceIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// Scalars before each block.
  private let scalarCounts: [Int]

  private static var blockSize: Int { 1024 }

  init(_ bytes: [UInt8]) {
    var lineStarts = [0]
    var scalarCounts: [Int] = []
    var scalars = 0
    bytes.withUnsafeBufferPointer { bytes in
      for (index, byte) in bytes.enumerated() {
        if index % PlaceIndex.blockSize == 0 { scalarCounts.append(scalars) }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
      }
    }
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.scalarCounts = scalarCounts
  }

  func place(ofByte offset: Int) -> SourcePlace {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = scalars(before: offset) - scalars(before: lineStarts[low]) + 1
    // A byte order mark takes no column.
    if low == 0, column > 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    return SourcePlace(line: low + 1, column: column)
  }

  private func scalars(before offset: Int) -> Int {
    guard !scalarCounts.isEmpty else { return 0 }
    let block = min(offset / PlaceIndex.blockSize, scalarCounts.count - 1)
    var count = scalarCounts[block]
    for index in block * PlaceIndex.blockSize..<offset where bytes[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }
}
