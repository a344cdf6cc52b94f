import ModelCore

/// The JSON objects that stand in a text among anything else.
struct EmbeddedJSON: Sendable {
  struct Value: Sendable {
    /// The range of the JSON in the text.
    let range: Range<Int>
    let root: JSONNode
  }

  /// Something that begins as JSON and isn't.
  struct Broken: Sendable {
    let start: Int
    /// The offset of the error.
    let offset: Int
    /// A Boolean value that indicates whether the text ends before the JSON does.
    let isCutOff: Bool
    /// A Boolean value that indicates whether the keys are those of a schema.
    let looksLikeSchema: Bool
    let reason: String
  }

  private(set) var values: [Value] = []
  private(set) var broken: [Broken] = []

  /// Every byte is looked at once: what fails is not tried again from its inside.
  init(in bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      index = max(read(bytes, from: index), index + 1)
    }
  }

  /// Reads what begins at `start`; gives where to look on.
  private mutating func read(_ bytes: [UInt8], from start: Int) -> Int {
    let extent = JSONExtent(in: bytes, from: start)
    switch extent.end {
    case .closed(let end):
      var text = Array(bytes[start..<end])
      for blank in extent.foreignBlanks {
        for index in blank { text[index - start] = UInt8(ascii: " ") }
      }
      do throws(JSONParsingError) {
        let root = try JSONDocument(parsing: text).root
        values.append(Value(range: start..<end, root: root))
      } catch {
        note(extent, start, start + error.offset, reason: error.message)
      }
      return end
    case .broken(let offset):
      // The braces of prose, such as {request_id}, hold no key.
      if !extent.outerKeys.isEmpty {
        note(extent, start, offset, reason: EmbeddedJSON.reason(bytes, from: start, at: offset))
      }
      return offset
    case .cutOff:
      note(extent, start, bytes.count, isCutOff: true, reason: "")
      return bytes.count
    }
  }

  private mutating func note(
    _ extent: JSONExtent, _ start: Int, _ offset: Int, isCutOff: Bool = false, reason: String
  ) {
    broken.append(
      Broken(
        start: start, offset: offset, isCutOff: isCutOff,
        looksLikeSchema: SchemaSigns.areKeysOfSchema(extent.outerKeys, inner: extent.innerKeys),
        reason: reason))
  }

  /// The parser's own words for a byte that can't stand where it does.
  private static func reason(_ bytes: [UInt8], from start: Int, at offset: Int) -> String {
    do throws(JSONParsingError) {
      _ = try JSONDocument(parsing: Array(bytes[start..<min(bytes.count, offset + 4)]))
      return "unexpected character in JSON"
    } catch {
      return error.message.hasPrefix("the text ends")
        ? "unexpected character in JSON" : error.message
    }
  }
}
