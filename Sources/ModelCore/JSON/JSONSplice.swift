/// A JSON text put together from pieces of other documents, which remembers where each came from.
package struct JSONSplice: Sendable {
  /// A piece: it reaches up to where the next one begins.
  struct Origin: Sendable {
    /// In the text that is put together.
    let start: Int
    let document: JSONDocument
    /// In the document that it was taken from.
    let offset: Int
  }

  package private(set) var bytes: [UInt8] = []
  private(set) var origins: [Origin] = []

  package init() {}

  /// Adds a piece of a document, as it stands there.
  package mutating func append(_ range: Range<Int>, of document: JSONDocument) {
    origins.append(Origin(start: bytes.count, document: document, offset: range.lowerBound))
    bytes += document.bytes[range]
  }

  /// Adds a value with everything in it.
  package mutating func append(_ node: JSONNode) { append(node.byteRange, of: node.document) }

  /// Adds a comma, a colon or a bracket that no document has at this point.
  package mutating func append(sign: Unicode.Scalar) { bytes += Array(String(sign).utf8) }
}

extension JSONDocument {
  /// The document that a byte was taken from, and where it stands there: this one itself, unless
  /// it was put together from others.
  package func origin(ofByte offset: Int) -> (document: JSONDocument, offset: Int) {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (self, offset) }
    let origin = origins[low - 1]
    return (origin.document, origin.offset + offset - origin.start)
  }
}
