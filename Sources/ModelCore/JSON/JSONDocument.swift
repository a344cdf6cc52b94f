/// A parsed JSON text that knows the position of every value.
///
/// The text is kept as it came, beside a flat list of entries, one for each value and key, in the
/// order of the text. Nothing is decoded until somebody asks: a ``JSONNode`` is a cursor into the
/// list. That makes reading a thousand schemas cheap, and keeps what a dictionary loses: the order
/// of keys, the spelling of numbers, duplicate keys, and the line and column of every node.
package final class JSONDocument: Sendable {
  /// One value or key of the text.
  struct Entry: Sendable {
    var kind: JSONKind
    /// Strings only: the text holds a backslash, so that it must be decoded to be compared.
    var hasEscapes: Bool
    /// First byte of the value.
    var start: UInt32
    /// One past the last byte.
    var end: UInt32
    /// The entry after this value and all that is inside it.
    var next: UInt32

    var isObject: Bool { if case .object = kind { true } else { false } }
    /// Strings only: the number of bytes between the quotes.
    var contentCount: Int { Int(end - start) - 2 }
  }

  /// The text, as given, a byte order mark included.
  package let bytes: [UInt8]

  let entries: [Entry]
  private let places: PlaceTable
  private let duplicates: [DuplicateKeyFinder.Duplicate]
  /// The pieces that the text was put together from; none for a text that came as it is.
  let origins: [JSONSplice.Origin]

  /// Reads `bytes` as one JSON text (RFC 8259).
  ///
  /// - Parameter maximumDepth: How deep arrays and objects may nest. Deeper texts are refused, so
  ///   that code that walks a document can recurse.
  package init(
    parsing bytes: [UInt8], maximumDepth: Int = JSONDocument.defaultMaximumDepth
  ) throws(JSONParsingError) {
    let result = try JSONParser.parse(bytes, maximumDepth: maximumDepth)
    self.bytes = bytes
    self.entries = result.entries
    self.places = result.places
    self.duplicates = result.duplicates
    self.origins = []
  }

  /// Reads a text that was put together; its nodes have the places of the documents that they come
  /// from.
  package init(splicing splice: JSONSplice) throws(JSONParsingError) {
    let result = try JSONParser.parse(
      splice.bytes, maximumDepth: JSONDocument.defaultMaximumDepth)
    self.bytes = splice.bytes
    self.entries = result.entries
    self.places = result.places
    self.duplicates = result.duplicates
    self.origins = splice.origins
  }

  /// Reads a text at hand, as tests and literals do.
  package convenience init(parsing text: String) throws(JSONParsingError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Far deeper than any real schema, and safe to recurse through on any thread.
  package static var defaultMaximumDepth: Int { 256 }

  /// The outermost value.
  package var root: JSONNode { JSONNode(document: self, index: 0) }

  /// Line and column of a byte of the text, in the text that it was taken from.
  package func place(ofByte offset: Int) -> SourcePlace {
    guard origins.isEmpty else {
      let origin = origin(ofByte: offset)
      return origin.document === self
        ? SourcePlace(line: 1, column: 1) : origin.document.place(ofByte: origin.offset)
    }
    return bytes.withUnsafeBufferPointer { places.place(ofByte: offset, in: $0) }
  }

  /// A Boolean value that indicates whether any object has a duplicate key.
  package var hasDuplicateKeys: Bool { !duplicates.isEmpty }

  /// The duplicate keys of all objects. A document with duplicate keys is still usable; lookups find
  /// the last value, as in most parsers.
  ///
  /// Found while reading, but described only here: most who read don't ask.
  package var duplicateKeys: [JSONDuplicateKey] {
    var walk = JSONPointerWalk(over: self)
    return duplicates.map { duplicate in
      JSONDuplicateKey(
        key: string(of: duplicate.again),
        place: place(ofByte: Int(entries[duplicate.again].start)),
        first: place(ofByte: Int(entries[duplicate.first].start)),
        object: walk.pointer(to: duplicate.object))
    }
  }

  /// Returns the decoded text of a string or key.
  func string(of index: Int) -> String {
    let entry = entries[index]
    return bytes.withUnsafeBufferPointer { bytes in
      let start = Int(entry.start) + 1
      return JSONStringDecoder.string(
        UnsafeBufferPointer(rebasing: bytes[start..<start + entry.contentCount]),
        hasEscapes: entry.hasEscapes)
    }
  }
}

/// A key that occurs more than once in an object.
package struct JSONDuplicateKey: Sendable, Hashable {
  /// The key, decoded.
  package let key: String
  /// The position of the later occurrence.
  package let place: SourcePlace
  /// The position of the first occurrence.
  package let first: SourcePlace
  /// The JSON pointer of the object that holds both.
  package let object: String
}

/// An error thrown when a text isn't valid JSON.
public struct JSONParsingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A description of the problem, without its position.
  public let message: String
  /// The offset of the byte at which parsing stopped.
  public let offset: Int
  /// The line and column at which parsing stopped.
  package let place: SourcePlace

  /// The line at which parsing stopped, counted from 1.
  public var line: Int { place.line }
  /// The column at which parsing stopped, counted from 1 in Unicode scalars.
  public var column: Int { place.column }

  /// The position and the problem: `2:14: expected ',' or '}'`.
  public var description: String { "\(line):\(column): \(message)" }

  init(_ message: String, at offset: Int, place: SourcePlace) {
    self.message = message
    self.offset = offset
    self.place = place
  }
}
