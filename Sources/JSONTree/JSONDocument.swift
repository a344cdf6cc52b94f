/// A parsed JSON text that still knows where everything stood.
///
/// The text is kept as it came, beside a flat list of entries, one for each value and key, in the
/// order of the text. Nothing is decoded until somebody asks: a ``JSONNode`` is a cursor into the
/// list. That makes reading a thousand schemas cheap, and keeps what a dictionary loses: the order
/// of keys, the spelling of numbers, duplicate keys, and the line and column of every node.
public final class JSONDocument: Sendable {
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
  }

  /// The text, as given, a byte order mark included.
  public let bytes: [UInt8]
  /// Keys that stand more than once in one object. A document with any is still usable; lookups
  /// then find the last, as most readers do.
  public let duplicateKeys: [JSONDuplicateKey]

  let entries: [Entry]
  private let lineStarts: [UInt32]

  /// Reads `bytes` as one JSON text (RFC 8259).
  ///
  /// - Parameter maximumDepth: How deep arrays and objects may nest. Deeper texts are refused, so
  ///   that code that walks a document can recurse.
  public init(
    parsing bytes: [UInt8], maximumDepth: Int = JSONDocument.defaultMaximumDepth
  ) throws(JSONSyntaxError) {
    let result = try JSONParser.parse(bytes, maximumDepth: maximumDepth)
    self.bytes = bytes
    self.entries = result.entries
    self.lineStarts = result.lineStarts
    self.duplicateKeys = result.duplicates
  }

  /// Reads a text at hand, as tests and literals do.
  public convenience init(parsing text: String) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Far deeper than any real schema, and safe to recurse through on any thread.
  public static var defaultMaximumDepth: Int { 256 }

  /// The outermost value.
  public var root: JSONNode { JSONNode(document: self, index: 0) }

  /// Line and column of a byte of the text.
  public func place(ofByte offset: Int) -> SourcePlace {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return SourcePlace(
      line: low + 1,
      column: SourcePlace.column(of: offset, lineStart: Int(lineStarts[low]), in: bytes))
  }
}

/// A key that stands twice in one object.
public struct JSONDuplicateKey: Sendable, Hashable {
  /// The key, decoded.
  public let key: String
  /// Where it stands again.
  public let place: SourcePlace
  /// Where it stood first.
  public let first: SourcePlace
  /// The JSON pointer of the object that holds both.
  public let object: String
}
