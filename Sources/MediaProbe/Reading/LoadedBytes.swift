/// The parts of a file that have arrived, in order and never overlapping.
struct LoadedBytes: Sendable {
  struct Piece: Sendable {
    let start: Int
    var bytes: [UInt8]
    var end: Int { start + bytes.count }
  }

  private(set) var pieces: [Piece] = []
  /// The size of the file, once it is known.
  var end: Int?

  /// Adds bytes; what was there before stays, what touches is joined.
  mutating func insert(_ bytes: [UInt8], at offset: Int) {
    guard offset >= 0, !bytes.isEmpty, bytes.count <= Int.max - offset else { return }
    let following = pieces.firstIndex { $0.start > offset } ?? pieces.endIndex
    let before = following - 1
    if before >= 0, pieces[before].end >= offset {
      let known = pieces[before].end - offset
      guard known < bytes.count else { return }
      pieces[before].bytes += bytes[known...]
      joinFollowing(before)
    } else {
      pieces.insert(Piece(start: offset, bytes: bytes), at: following)
      joinFollowing(following)
    }
  }

  private mutating func joinFollowing(_ index: Int) {
    let next = index + 1
    while next < pieces.count, pieces[next].start <= pieces[index].end {
      let known = pieces[index].end - pieces[next].start
      if known < pieces[next].bytes.count {
        pieces[index].bytes += pieces[next].bytes[known...]
      }
      pieces.remove(at: next)
    }
  }

  /// Returns the index in `pieces` of the piece at this offset.
  func piece(at offset: Int) -> Int? {
    pieces.firstIndex { $0.start <= offset && offset < $0.end }
  }
}
