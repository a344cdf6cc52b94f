/// A string compared byte by byte, as the wire compares it.
///
/// Swift's `==` holds two spellings of `é` to be equal; a service holds them to be two keys. Keys,
/// enum values and model ids are therefore compared, hashed and sorted through this type.
package struct WireName: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }

  package static func == (left: WireName, right: WireName) -> Bool {
    left.text.isSameOnWire(as: right.text)
  }

  package static func < (left: WireName, right: WireName) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in right.withUTF8 { left.lexicographicallyPrecedes($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// Returns a Boolean value that indicates whether both strings have the same bytes.
  package func isSameOnWire(as other: String) -> Bool {
    // `==` is quick, and a sure no where the bytes differ in number.
    guard utf8.count == other.utf8.count, self == other else { return false }
    var (left, right) = (self, other)
    return left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
  }
}
