import ModelTransport

/// Puts a chunked body together, as much of it as has come.
struct ChunkReader {
  private enum Step { case size, data(left: Int), dataEnd, trailer }

  private(set) var body: [UInt8] = []
  private var step = Step.size
  private var trailerBytes = 0
  private let limit: Int
  /// Far longer than any size or trailer line that means well.
  private static let lineLimit = 8 << 10

  init(limit: Int) { self.limit = limit }

  /// Takes what it can use and moves `start` behind it. True when the body is complete.
  mutating func take(_ bytes: [UInt8], from start: inout Int) throws(RequestProblem) -> Bool {
    while true {
      switch step {
      case .data(let left):
        let count = min(left, bytes.count - start)
        body.append(contentsOf: bytes[start..<(start + count)])
        start += count
        guard count == left else {
          step = .data(left: left - count)
          return false
        }
        step = .dataEnd
      case .size, .dataEnd, .trailer:
        guard let line = try line(bytes, from: &start) else { return false }
        if try endsBody(line) { return true }
      }
    }
  }

  private mutating func endsBody(_ line: ArraySlice<UInt8>) throws(RequestProblem) -> Bool {
    switch step {
    case .size: step = try next(afterSize: line)
    case .dataEnd:
      guard line.isEmpty else {
        throw RequestProblem(400, "a chunk is longer than its declared size")
      }
      step = .size
    case .trailer:
      trailerBytes += line.count
      guard trailerBytes <= Self.lineLimit else { throw RequestProblem(431, "too many trailers") }
      return line.isEmpty
    case .data: break
    }
    return false
  }

  private func next(afterSize line: ArraySlice<UInt8>) throws(RequestProblem) -> Step {
    let digits = String(decoding: line.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      .trimmingBlanks
    guard (1...15).contains(digits.utf8.count), digits.first != "+", digits.first != "-",
      let size = Int(digits, radix: 16)
    else { throw RequestProblem(400, "a chunk has no size") }
    guard size <= limit - body.count else { throw BodyFraming.tooLarge(limit) }
    return size == 0 ? .trailer : .data(left: size)
  }

  private func line(
    _ bytes: [UInt8], from start: inout Int
  ) throws(RequestProblem) -> ArraySlice<UInt8>? {
    guard let end = bytes[start...].firstIndex(of: 10) else {
      guard bytes.count - start <= Self.lineLimit else {
        throw RequestProblem(400, "a chunk's size line is too long")
      }
      return nil
    }
    let line = bytes[start..<end]
    start = end + 1
    return line.last == 13 ? line.dropLast() : line
  }
}
