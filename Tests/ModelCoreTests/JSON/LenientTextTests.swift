import ModelCore
import Testing

@Suite("Lenient Unicode parsing")
struct LenientTextTests {
  static let texts: [(String, String)] = [
    (#""a\ud800b""#, "a\u{FFFD}b"), (#""\uDFFF""#, "\u{FFFD}"),
    (#""\ud83d\ude00""#, "😀"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\\ud800\ud800""#, "\\ud800\u{FFFD}"), (#""\\\ud800""#, "\\\u{FFFD}"),
    (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\n\ud800\"""#, "\n\u{FFFD}\""),
  ]

  @Test(
    "An unpaired surrogate is read as U+FFFD",
    arguments: texts)
  func surrogates(_ text: String, _ meant: String) throws {
    let document = try JSONDocument.readingLeniently(Array(text.utf8))
    #expect(document.root.string.map { Array($0.unicodeScalars) } == Array(meant.unicodeScalars))
  }

  @Test("Invalid UTF-8 is read as U+FFFD")
  func bytes() throws {
    let odd: [[UInt8]] = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5]]
    for bytes in odd {
      let text = Array(#"{"a": "x"#.utf8) + bytes + Array(#"y", "b": 7}"#.utf8)
      let root = try JSONDocument.readingLeniently(text).root
      let string = try #require(root["a"]?.string)
      #expect(string.hasPrefix("x\u{FFFD}") && string.hasSuffix("\u{FFFD}y"))
      #expect(root["b"]?.number?.int == 7)
      #expect(throws: JSONParsingError.self) { try JSONDocument(parsing: text) }
    }
  }

  @Test(
    "Other errors are still rejected",
    arguments: [
      #""\ud8""#, #""\ud80"#, #""\ud800"#, #"\ud800"#, #"{"a" 1}"#, "", #""\x""#,
    ])
  func broken(_ text: String) {
    #expect(throws: JSONParsingError.self) {
      try JSONDocument.readingLeniently(Array(text.utf8))
    }
  }

  @Test("Surrogates are decoded as in UTF-16, and truncated ones are rejected")
  func everyUnit() throws {
    for high in stride(from: 0xD7F0, through: 0xE010, by: 7) {
      for low in [0x41, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000] {
        let text = Array(#"["\u\#(Self.hex(high))\u\#(Self.hex(low))"]"#.utf8)
        let read = try JSONDocument.readingLeniently(text).root.elements.first { _ in true }?.string
        let meant = String(decoding: [UInt16(high), UInt16(low)], as: UTF16.self)
        #expect(
          read.map { Array($0.utf8) } == Array(meant.utf8),
          "\(String(decoding: text, as: UTF8.self))")
        for end in 0..<text.count {
          #expect(throws: JSONParsingError.self) {
            try JSONDocument.readingLeniently(Array(text[..<end]))
          }
        }
      }
    }
  }

  private static func hex(_ unit: Int) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
