/// Writes JSON text to bytes, value by value.
///
/// It writes the commas. The caller must end everything that it begins, and give every value in an
/// object a key; generated code does so by construction.
package struct JSONWriter: Sendable {
  /// The layout of the text.
  package enum Style: Sendable {
    /// No blank anywhere: for the wire.
    case compact
    /// Two columns for each level: for people.
    case pretty
  }

  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8]
  private let style: Style
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  package init(style: Style = .compact, reserving capacity: Int = 512) {
    self.style = style
    bytes = []
    if capacity > 0 { bytes.reserveCapacity(capacity) }
  }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The key of the value that is written next.
  package mutating func key(_ key: String) {
    separate()
    appendQuoted(key)
    endKey()
  }

  /// A key that stands in the code, of which no `String` needs to be made.
  package mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { JSONEscaping.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  private mutating func endKey() {
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  package mutating func value(_ value: String) {
    separate()
    appendQuoted(value)
    needsComma = true
  }

  package mutating func value(_ value: Int) { raw(String(value)) }

  package mutating func value(_ value: Bool) { raw(value ? "true" : "false") }

  /// JSON has no word for infinities and for what is not a number: they become null.
  package mutating func value(_ value: Double) { raw(value.isFinite ? value.description : "null") }

  package mutating func value(_ value: JSONNumber) { raw(value.text) }

  package mutating func null() { raw("null") }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): self.value(value)
    case .number(let value): self.value(value)
    case .string(let value): self.value(value)
    case .array(let items):
      beginArray()
      for item in items { self.value(item) }
      endArray()
    case .object(let object): self.value(object)
    }
  }

  package mutating func value(_ object: JSONObject) {
    beginObject()
    for (key, value) in object.members {
      self.key(key)
      self.value(value)
    }
    endObject()
  }

  /// A string made of bytes that are known to need no escape, such as base64.
  package mutating func value(plainASCII parts: [[UInt8]]) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for part in parts { bytes.append(contentsOf: part) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if style == .pretty, needsComma { breakLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    if style == .pretty, depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    var level = 0
    while level < depth {
      bytes.append(0x20)
      bytes.append(0x20)
      level += 1
    }
  }

  private mutating func appendQuoted(_ text: String) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { JSONEscaping.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }
}
