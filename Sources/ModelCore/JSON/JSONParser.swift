/// Turns bytes into the entries of a ``JSONDocument``.
///
/// One pass, without recursion: open arrays and objects are kept on a list, so that no input can
/// exhaust the stack. Scalars are checked here and decoded later.
///
/// A build plugin runs the tool unoptimised, so this is written to be quick there too. The text is
/// read through a bare pointer, where every subscript of an array would be a call; each read stands
/// behind a comparison with `count`. And what is called for every token is `mutating`, since other
/// methods are given a copy of the parser.
struct JSONParser {
  struct Result {
    var entries: [JSONDocument.Entry]
    var places: PlaceTable
    var duplicates: [DuplicateKeyFinder.Duplicate]
  }

  /// The tokens that the grammar allows next.
  private enum Expectation {
    case value, item, itemOrEnd, key, keyOrEnd, separator
  }

  let text: UnsafePointer<UInt8>
  let count: Int
  var position = 0
  var places = PlaceTable()
  private var entries: [JSONDocument.Entry] = []
  /// The arrays and objects around the cursor.
  private var open: [Int] = []
  private var isOpen = false
  private var isInObject = false
  private let maximumDepth: Int

  private init(text: UnsafePointer<UInt8>, count: Int, maximumDepth: Int) {
    self.text = text
    self.count = count
    self.maximumDepth = maximumDepth
    entries.reserveCapacity(count / 12 + 8)
  }

  static func parse(
    _ bytes: [UInt8], maximumDepth: Int
  ) throws(JSONParsingError) -> Result {
    try bytes.withUnsafeBufferPointer { bytes throws(JSONParsingError) in
      let start = SourcePlace(line: 1, column: 1)
      guard UInt32(exactly: bytes.count) != nil else {
        throw JSONParsingError("the text is larger than 4 GiB", at: 0, place: start)
      }
      guard let text = bytes.baseAddress, !bytes.isEmpty else {
        throw JSONParsingError(noValue, at: 0, place: start)
      }
      var parser = JSONParser(text: text, count: bytes.count, maximumDepth: maximumDepth)
      try parser.parseText()
      return Result(
        entries: parser.entries, places: parser.places, duplicates: parser.duplicates())
    }
  }

  private func duplicates() -> [DuplicateKeyFinder.Duplicate] {
    entries.withUnsafeBufferPointer { entries in
      guard let start = entries.baseAddress else { return [] }
      return DuplicateKeyFinder(text: text, entries: start, count: entries.count).duplicates()
    }
  }

  private static var noValue: String { "the text doesn't contain a JSON value" }

  func failure(_ message: String, at offset: Int? = nil) -> JSONParsingError {
    let offset = offset ?? position
    return JSONParsingError(message, at: offset, place: place(ofByte: offset))
  }

  private func place(ofByte offset: Int) -> SourcePlace {
    places.place(ofByte: offset, in: UnsafeBufferPointer(start: text, count: count))
  }

  /// The byte at the cursor, or 0 past the end: no JSON text holds a bare NUL.
  var current: UInt8 { mutating get { position < count ? text[position] : 0 } }

  private mutating func parseText() throws(JSONParsingError) {
    try skipByteOrderMark()
    var expected = Expectation.value
    repeat {
      skipBlanks()
      guard position < count else { throw endOfText() }
      expected = try parse(expected)
    } while isOpen
    skipBlanks()
    guard position == count else {
      throw failure("unexpected text after the JSON value")
    }
  }

  /// Reads one token, or a key with its colon, and tells what may come after it.
  private mutating func parse(_ expected: Expectation) throws(JSONParsingError) -> Expectation {
    let byte = text[position]
    switch expected {
    case .separator: return try parseSeparator(byte)
    case .itemOrEnd where byte == ASCII.closingBracket, .keyOrEnd where byte == ASCII.closingBrace:
      close()
      return .separator
    case .item where byte == ASCII.closingBracket:
      throw failure("trailing comma before ']'")
    case .value, .item, .itemOrEnd: return try parseValue(byte)
    case .key, .keyOrEnd:
      try parseKey(byte)
      return .value
    }
  }

  private mutating func parseKey(_ byte: UInt8) throws(JSONParsingError) {
    guard byte == ASCII.quote else {
      throw failure(
        byte == ASCII.closingBrace
          ? "trailing comma before '}'"
          : "expected a key in double quotes")
    }
    try parseString()
    skipBlanks()
    guard current == ASCII.colon else { throw failure("expected ':' after the key") }
    position += 1
  }

  private mutating func parseValue(_ byte: UInt8) throws(JSONParsingError) -> Expectation {
    switch byte {
    case ASCII.quote: try parseString()
    case ASCII.openingBrace:
      try begin(.object)
      isInObject = true
      return .keyOrEnd
    case ASCII.openingBracket:
      try begin(.array)
      isInObject = false
      return .itemOrEnd
    case ASCII.minus: try parseNumber()
    case _ where ASCII.isDigit(byte): try parseNumber()
    case UInt8(ascii: "t"): try parseWord("true", .bool)
    case UInt8(ascii: "f"): try parseWord("false", .bool)
    case UInt8(ascii: "n"): try parseWord("null", .null)
    default: throw failure("expected a JSON value")
    }
    return .separator
  }

  private mutating func parseSeparator(_ byte: UInt8) throws(JSONParsingError) -> Expectation {
    if byte == ASCII.comma {
      position += 1
      return isInObject ? .key : .item
    }
    guard byte == (isInObject ? ASCII.closingBrace : ASCII.closingBracket) else {
      throw failure(
        isInObject
          ? "expected ',' or '}'"
          : "expected ',' or ']'")
    }
    close()
    return .separator
  }

  private mutating func begin(_ kind: JSONKind) throws(JSONParsingError) {
    guard open.count < maximumDepth else {
      throw failure("arrays and objects are nested more than \(maximumDepth) levels deep")
    }
    open.append(entries.count)
    isOpen = true
    append(kind, from: position, to: position + 1)
    position += 1
  }

  private mutating func close() {
    position += 1
    guard let index = open.popLast() else { return }
    entries[index].end = UInt32(truncatingIfNeeded: position)
    entries[index].next = UInt32(truncatingIfNeeded: entries.count)
    if let around = open.last { isInObject = entries[around].isObject } else { isOpen = false }
  }

  mutating func append(_ kind: JSONKind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    entries.append(
      JSONDocument.Entry(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), next: UInt32(truncatingIfNeeded: entries.count + 1)))
  }

  private func endOfText() -> JSONParsingError {
    guard let innermost = open.last else { return failure(JSONParser.noValue) }
    let place = place(ofByte: Int(entries[innermost].start))
    let kind = entries[innermost].isObject ? "object" : "array"
    return failure(
      "the text ends inside the \(kind) that begins at line \(place.line), column \(place.column)")
  }
}
