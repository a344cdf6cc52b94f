/// A set of Unicode scalars: what one place of a pattern may hold.
struct ScalarSet: Sendable {
  /// Everything below 128, the usual case, one bit each.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var ranges: [ClosedRange<UInt32>] = []
  private var properties: [(property: ScalarProperty, isNegated: Bool)] = []
  var isNegated = false

  init() {}

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges { insert(range) }
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    for value in range.clamped(to: 0...127) where range.contains(value) {
      if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
    }
    if range.upperBound > 127 { ranges.append(max(range.lowerBound, 128)...range.upperBound) }
  }

  mutating func insert(_ property: ScalarProperty, isNegated: Bool) {
    properties.append((property, isNegated))
  }

  /// Adds what `other` holds, its own negation included.
  mutating func formUnion(_ other: ScalarSet) {
    if other.isNegated, let opposite = other.complement {
      formUnion(opposite)
      return
    }
    low |= other.low
    high |= other.high
    ranges += other.ranges
    properties += other.properties
  }

  /// The opposite as plain ranges; nil where a property is in the set.
  private var complement: ScalarSet? {
    guard properties.isEmpty else { return nil }
    var opposite = ScalarSet()
    opposite.low = ~low
    opposite.high = ~high
    var next: UInt32 = 128
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { opposite.ranges.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { opposite.ranges.append(next...0x10FFFF) }
    return opposite
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool { holds(scalar) != isNegated }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 {
      if low >> UInt64(value) & 1 == 1 { return true }
    } else if value < 128 {
      if high >> UInt64(value - 64) & 1 == 1 { return true }
    } else {
      for range in ranges where range.contains(value) { return true }
    }
    for entry in properties where entry.property.holds(for: scalar) != entry.isNegated {
      return true
    }
    return false
  }
}

/// The sets that have an escape of their own.
extension ScalarSet {
  static var digit: ScalarSet { ScalarSet([0x30...0x39]) }

  static var word: ScalarSet { ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]) }

  /// ECMA's white space and line ends: every space separator, and the byte order mark.
  static var space: ScalarSet {
    ScalarSet([
      0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
      0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
  }

  /// The characters that `.` matches: all except line ends.
  static var anyButLineEnd: ScalarSet {
    ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).negated
  }

  var negated: ScalarSet {
    var set = self
    set.isNegated.toggle()
    return set
  }
}
