/// The properties of the whole movie, from its movie header.
struct MovieHeader: Hashable {
  let timescale: Int
  /// `nil` where the header says that it does not know.
  let ticks: UInt64?
  let matrix: MovieMatrix

  init(_ content: ByteCursor) throws(ProbeStop) {
    var content = content
    let version = try content.versionAndFlags().version
    try content.skip(version == 1 ? 16 : 8)
    timescale = try content.u32()
    ticks = try content.ticks(version)
    try content.skip(16)
    matrix = try MovieMatrix(&content)
    guard timescale > 0 else { throw .malformed("the movie has a timescale of 0") }
  }

  func seconds(_ ticks: UInt64) -> Double { Double(ticks) / Double(timescale) }
}

extension ByteCursor {
  /// A duration of 32 or 64 bits; all ones mean that it is not known.
  mutating func ticks(_ version: Int) throws(ProbeStop) -> UInt64? {
    if version == 1 {
      let value = try u64()
      return value == .max ? nil : value
    }
    let value = try u32()
    return value == 0xFFFF_FFFF ? nil : UInt64(value)
  }
}

/// The rotation and scaling of a picture before display. Its translation is ignored.
struct MovieMatrix: Hashable {
  private let a: Double
  private let b: Double
  private let c: Double
  private let d: Double

  static let identity = MovieMatrix(a: 1, b: 0, c: 0, d: 1)

  private init(a: Double, b: Double, c: Double, d: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  init(_ content: inout ByteCursor) throws(ProbeStop) {
    let one = 65536.0
    a = Double(try content.i32()) / one
    b = Double(try content.i32()) / one
    try content.skip(4)
    c = Double(try content.i32()) / one
    d = Double(try content.i32()) / one
    try content.skip(16)
  }

  /// This matrix and then another one.
  func followed(by next: MovieMatrix) -> MovieMatrix {
    MovieMatrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d)
  }

  /// The sides of a picture after it was turned; `nil` unless by quarter turns.
  func applied(width: Double, height: Double) -> (width: Double, height: Double)? {
    if b == 0, c == 0, a != 0, d != 0 { return (width * abs(a), height * abs(d)) }
    if a == 0, d == 0, b != 0, c != 0 { return (height * abs(c), width * abs(b)) }
    return nil
  }
}
