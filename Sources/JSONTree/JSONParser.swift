/// Turns bytes into the entries of a ``JSONDocument``.
///
/// One pass, without recursion: open arrays and objects are kept on a list, so that no input can
/// exhaust the stack. Scalars are checked here and decoded later.
struct JSONParser {
  struct Result {
    var entries: [JSONDocument.Entry]
    var lineStarts: [UInt32]
    var duplicates: [JSONDuplicateKey]
  }

  /// What the grammar allows next.
  private enum Expectation {
    case value, valueOrEnd, key, keyOrEnd, commaOrEnd
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var lineStarts: [UInt32] = [0]
  private var entries: [JSONDocument.Entry] = []
  private var open: [Int] = []
  private let maximumDepth: Int

  private init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    entries.reserveCapacity(bytes.count / 12 + 8)
  }

  static func parse(
    _ bytes: [UInt8], maximumDepth: Int
  ) throws(JSONSyntaxError) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONSyntaxError) in
      guard buffer.count < Int(UInt32.max) else {
        throw JSONSyntaxError(
          "the text is larger than 4 GiB", at: 0, in: .init(rebasing: buffer[..<0]))
      }
      var parser = JSONParser(bytes: buffer, maximumDepth: maximumDepth)
      try parser.parseText()
      let finder = DuplicateKeyFinder(
        bytes: buffer, entries: parser.entries, lineStarts: parser.lineStarts)
      return Result(
        entries: parser.entries, lineStarts: parser.lineStarts, duplicates: finder.duplicates())
    }
  }

  func failure(_ message: String, at offset: Int? = nil) -> JSONSyntaxError {
    JSONSyntaxError(message, at: offset ?? position, in: bytes)
  }

  /// The byte at the cursor, or 0 past the end: no JSON text holds a bare NUL.
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func parseText() throws(JSONSyntaxError) {
    try skipByteOrderMark()
    var expected = Expectation.value
    while true {
      skipBlanks()
      guard position < bytes.count else { throw endOfText(expected) }
      switch (expected, bytes[position]) {
      case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")):
        close()
        expected = .commaOrEnd
      case (.value, _), (.valueOrEnd, _):
        expected = try parseValue()
      case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
        try parseString()
        skipBlanks()
        guard current == UInt8(ascii: ":") else { throw failure("a colon must follow the key") }
        position += 1
        expected = .value
      case (.key, let byte), (.keyOrEnd, let byte):
        throw failure(
          byte == UInt8(ascii: "}")
            ? "a comma must not stand before the closing brace"
            : "a key in double quotes must stand here")
      case (.commaOrEnd, let byte):
        expected = try parseSeparator(byte)
      }
      if open.isEmpty {
        skipBlanks()
        guard position == bytes.count else {
          throw failure("the JSON value has ended; nothing may follow it")
        }
        return
      }
    }
  }

  private mutating func parseValue() throws(JSONSyntaxError) -> Expectation {
    switch bytes[position] {
    case UInt8(ascii: "{"):
      try beginContainer(.object)
      return .keyOrEnd
    case UInt8(ascii: "["):
      try beginContainer(.array)
      return .valueOrEnd
    case UInt8(ascii: "\""):
      try parseString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      try parseNumber()
    case UInt8(ascii: "t"):
      try parseWord("true", .bool)
    case UInt8(ascii: "f"):
      try parseWord("false", .bool)
    case UInt8(ascii: "n"):
      try parseWord("null", .null)
    case UInt8(ascii: "]"):
      throw failure("a comma must not stand before the closing bracket")
    default:
      throw failure("a JSON value must stand here")
    }
    return .commaOrEnd
  }

  private mutating func parseSeparator(_ byte: UInt8) throws(JSONSyntaxError) -> Expectation {
    let isObject = open.last.map { entries[$0].kind == .object } ?? false
    switch byte {
    case UInt8(ascii: ","):
      position += 1
      return isObject ? .key : .value
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
      close()
      return .commaOrEnd
    default:
      throw failure(
        isObject
          ? "a comma or a closing brace must stand here"
          : "a comma or a closing bracket must stand here")
    }
  }

  private mutating func beginContainer(_ kind: JSONKind) throws(JSONSyntaxError) {
    guard open.count < maximumDepth else {
      throw failure("more than \(maximumDepth) arrays and objects inside one another")
    }
    open.append(entries.count)
    append(kind, from: position, to: position + 1)
    position += 1
  }

  private mutating func close() {
    position += 1
    guard let index = open.popLast() else { return }
    entries[index].end = UInt32(truncatingIfNeeded: position)
    entries[index].next = UInt32(truncatingIfNeeded: entries.count)
  }

  mutating func append(_ kind: JSONKind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    entries.append(
      JSONDocument.Entry(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), next: UInt32(truncatingIfNeeded: entries.count + 1)))
  }

  private func endOfText(_ expected: Expectation) -> JSONSyntaxError {
    guard let innermost = open.last else { return failure("the text holds no JSON value") }
    let entry = entries[innermost]
    let place = SourcePlace(ofByte: Int(entry.start), in: Array(bytes))
    let kind = entry.kind == .object ? "object" : "array"
    return failure(
      "the text ends inside the \(kind) that begins at line \(place.line), column \(place.column)")
  }
}
