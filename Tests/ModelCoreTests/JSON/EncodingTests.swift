import ModelCore
import Testing

@Suite("UTF-8 validation")
struct EncodingTests {
  /// Bytes inside a string that are no UTF-8.
  private static let malformedSequences: [[UInt8]] = [
    [0x80], [0xBF], [0xFE], [0xFF],
    // Overlong spellings.
    [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF],
    [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF],
    // Surrogates.
    [0xED, 0xA0, 0x80], [0xED, 0xAF, 0xBF], [0xED, 0xB0, 0x80], [0xED, 0xBF, 0xBF],
    // Beyond U+10FFFF.
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
    // Broken off.
    [0xC3], [0xE2, 0x82], [0xE2], [0xF0, 0x9F, 0x98], [0xF0, 0x9F], [0xF0],
    // The second, third or fourth byte isn't a continuation.
    [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x28, 0x8C, 0xBC],
    [0xF0, 0x90, 0x28, 0xBC], [0xF0, 0x9F, 0x98, 0x28], [0xE2, 0x82, 0xC0], [0xC3, 0xC3],
  ]

  @Test("Malformed bytes are rejected at their position", arguments: malformedSequences)
  func malformed(bytes: [UInt8]) {
    for tail in ["\"]", "", "abcdef\"]"] {
      let error = syntaxError(in: Array("[\n\"aé".utf8) + bytes + Array(tail.utf8))
      #expect(error?.message == "invalid UTF-8; save the text as UTF-8")
      #expect(error?.offset == 6)
      #expect(error?.place == SourcePlace(line: 2, column: 4))
    }
  }

  @Test("Exactly the sequences that Unicode allows are read")
  func everySequence() {
    for lead in UInt8(0x80)...0xFF {
      for second in UInt8(0x78)...0xC8 {
        for tail in [[], [0x80], [0xBF], [0x80, 0x80], [0xBF, 0xBF], [0x80, 0xC0]] as [[UInt8]] {
          let content = [lead, second] + tail
          let isValid = Self.isWellFormed(content)
          let quote = [UInt8(ascii: "\"")]
          #expect((syntaxError(in: quote + content + quote) == nil) == isValid, "\(content)")
        }
      }
    }
  }

  @Test(
    "The first and last scalars of each length are read",
    arguments: [
      "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}",
      "\u{10FFFF}", "\u{FEFF}", "e\u{301}",
    ])
  func boundaries(text: String) throws {
    let read = try JSONDocument(parsing: "\"\(text)\"").root.string
    #expect(read?.isSameOnWire(as: text) == true)
  }

  @Test("A byte order mark is skipped and belongs to no column")
  func byteOrderMark() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("{\"é\": 1,\n \"b\": x}".utf8)
    #expect(syntaxError(in: bytes)?.place == SourcePlace(line: 2, column: 7))
    let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("[1, \"é\", 2]".utf8))
    #expect(document.bytes.first == 0xEF)
    #expect(document.root.place == SourcePlace(line: 1, column: 1))
    #expect(document.root.elements.map(\.place.column) == [2, 5, 10])
  }

  @Test("A second byte order mark is rejected")
  func twoByteOrderMarks() {
    let error = syntaxError(in: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x31])
    #expect(error?.message == "expected a JSON value")
    #expect(error?.place == SourcePlace(line: 1, column: 1))
  }

  @Test(
    "UTF-16 is recognized and named",
    arguments: [
      [0xFE, 0xFF, 0x00, 0x7B], [0xFF, 0xFE, 0x7B, 0x00], [0x7B, 0x00, 0x7D, 0x00],
      [0x00, 0x7B, 0x00, 0x7D], [0xFF, 0xFE],
    ] as [[UInt8]])
  func utf16(bytes: [UInt8]) {
    let error = syntaxError(in: bytes)
    #expect(error?.message == "the text is encoded as UTF-16; save it as UTF-8")
    #expect(error?.place == SourcePlace(line: 1, column: 1))
  }

  @Test(
    "Other bytes at the beginning are rejected", arguments: [[0xFE], [0, 0], [0xEF, 0xBB], [0]])
  func garbage(bytes: [UInt8]) {
    #expect(syntaxError(in: bytes)?.message == "expected a JSON value")
  }

  /// The standard library's own opinion.
  private static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }
}
