/// One run of a parser over the available bytes, with its budget of steps.
///
/// A class, so that all cursors of a run draw on one budget; it lives no longer than the run.
final class ProbeInput {
  private let loaded: LoadedBytes
  private var stepsLeft: Int
  /// Set when no more bytes can be had: they are then unknown instead of asked for.
  private let refusal: String?
  private var recent = 0

  init(_ loaded: LoadedBytes, steps: Int, refusal: String?) {
    self.loaded = loaded
    self.stepsLeft = steps
    self.refusal = refusal
  }

  /// Pays for one box, chunk, marker, frame or table entry.
  func spend() throws(ProbeStop) {
    guard stepsLeft > 0 else { throw .unknown("the file has more parts than the limit allows") }
    stepsLeft -= 1
  }

  /// The end of the file, as far as it is known.
  var end: Int? { loaded.end }

  /// The whole file.
  func cursor(_ order: ByteOrder, at position: Int = 0) -> ByteCursor {
    let end = loaded.end ?? .max
    return ByteCursor(
      input: self, position: min(max(0, position), end), end: end, order: order, name: "the file")
  }

  /// An unsigned integer of up to eight bytes.
  func integer(at offset: Int, count: Int, order: ByteOrder) throws(ProbeStop) -> UInt64 {
    let index = try piece(covering: offset, count: count)
    let piece = loaded.pieces[index]
    let start = offset - piece.start
    var value: UInt64 = 0
    switch order {
    case .big:
      for index in start..<start + count { value = value << 8 | UInt64(piece.bytes[index]) }
    case .little:
      for index in (start..<start + count).reversed() {
        value = value << 8 | UInt64(piece.bytes[index])
      }
    }
    return value
  }

  /// Returns a Boolean value that indicates whether the file has a byte at this offset. Asks for
  /// that byte if it isn't known.
  func exists(at offset: Int) throws(ProbeStop) -> Bool {
    if let end = loaded.end { return offset < end }
    _ = try piece(covering: offset, count: 1)
    return true
  }

  /// The first place of a byte in a part of the file.
  func firstOffset(of byte: UInt8, in part: Range<Int>) throws(ProbeStop) -> Int? {
    var offset = part.lowerBound
    while offset < part.upperBound, try exists(at: offset) {
      let piece = loaded.pieces[try piece(covering: offset, count: 1)]
      let stop = min(piece.end, part.upperBound)
      for index in offset - piece.start..<stop - piece.start where piece.bytes[index] == byte {
        return piece.start + index
      }
      offset = stop
    }
    return nil
  }

  /// Finds the piece that holds all of these bytes; pieces that touch are always joined.
  private func piece(covering offset: Int, count: Int) throws(ProbeStop) -> Int {
    let pieces = loaded.pieces
    if recent < pieces.count, pieces[recent].start <= offset,
      count <= pieces[recent].end - offset
    {
      return recent
    }
    var missing = offset
    if let found = loaded.piece(at: offset) {
      if count <= pieces[found].end - offset {
        recent = found
        return found
      }
      missing = pieces[found].end
    }
    if let end = loaded.end, count > end - offset {
      throw .malformed("the file ends too early, at byte \(end)")
    }
    if let refusal { throw .unknown(refusal) }
    guard count <= Int.max - offset else {
      throw .malformed("an offset is beyond the end of any file")
    }
    throw .need(missing..<offset + count)
  }
}
