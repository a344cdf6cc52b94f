/// Which byte of an integer comes first.
enum ByteOrder {
  case big, little
}

/// A place in a bounded part of the file. All reads are checked against the part's end, and
/// every successful read moves the place on.
struct ByteCursor {
  let input: ProbeInput
  private(set) var position: Int
  let end: Int
  var order: ByteOrder
  /// The name of the part in error messages, such as `the moov box`.
  let name: String

  init(input: ProbeInput, position: Int, end: Int, order: ByteOrder, name: String) {
    self.input = input
    self.position = position
    self.end = end
    self.order = order
    self.name = name
  }

  /// Bytes to the end of the part.
  var remaining: Int { end - position }

  /// Returns a Boolean value that indicates whether the part, or the file, ends here.
  func isAtEnd() throws(ProbeStop) -> Bool {
    if remaining <= 0 { return true }
    return try !input.exists(at: position)
  }

  mutating func u8() throws(ProbeStop) -> Int { Int(try integer(1)) }
  mutating func u16() throws(ProbeStop) -> Int { Int(try integer(2)) }
  mutating func u24() throws(ProbeStop) -> Int { Int(try integer(3)) }
  mutating func u32() throws(ProbeStop) -> Int { Int(try integer(4)) }
  mutating func u64() throws(ProbeStop) -> UInt64 { try integer(8) }

  mutating func i32() throws(ProbeStop) -> Int {
    Int(Int32(truncatingIfNeeded: try integer(4)))
  }

  mutating func fourCC() throws(ProbeStop) -> FourCC {
    try require(4)
    let value = try input.integer(at: position, count: 4, order: .big)
    position += 4
    return FourCC(rawValue: UInt32(truncatingIfNeeded: value))
  }

  /// The next bytes, as many as there are up to `count`, without moving on.
  func peek(_ count: Int) throws(ProbeStop) -> [UInt8] {
    var copy = self
    var bytes: [UInt8] = []
    while bytes.count < count, try !copy.isAtEnd() { bytes.append(UInt8(try copy.u8())) }
    return bytes
  }

  /// Moves on if these bytes come next.
  mutating func skip(prefix: [UInt8]) throws(ProbeStop) -> Bool {
    guard try peek(prefix.count) == prefix else { return false }
    try skip(prefix.count)
    return true
  }

  /// Moves on without looking. The end of the part bounds it; the end of the file shows later.
  mutating func skip(_ count: Int) throws(ProbeStop) {
    try require(count)
    position += count
  }

  /// Moves to a place in the same part.
  mutating func move(to offset: Int) {
    position = min(max(offset, position), end)
  }

  /// Takes the next `count` bytes as a part of its own and moves past them.
  mutating func part(_ count: Int, _ name: String) throws(ProbeStop) -> ByteCursor {
    try require(count)
    defer { position += count }
    return ByteCursor(
      input: input, position: position, end: position + count, order: order, name: name)
  }

  /// Like `part`, for a part that may be cut off by the end of what it lies in.
  mutating func clippedPart(_ count: Int, _ name: String) throws(ProbeStop) -> ByteCursor {
    try part(min(count, remaining), name)
  }

  private mutating func integer(_ count: Int) throws(ProbeStop) -> UInt64 {
    try require(count)
    let value = try input.integer(at: position, count: count, order: order)
    position += count
    return value
  }

  private func require(_ count: Int) throws(ProbeStop) {
    guard count >= 0, count <= remaining else {
      throw .malformed("\(name) ends too early, at byte \(end)")
    }
  }
}
