import ModelCore
import Testing

@Suite("Escape sequences")
struct EscapeTests {
  @Test("Escaped text is decoded")
  func decoding() throws {
    let pairs: [(String, [UInt8])] = [
      (#"\u0000"#, [0x00]), (#"\u007f"#, [0x7F]), (#"\u0080"#, [0xC2, 0x80]),
      (#"\u07FF"#, [0xDF, 0xBF]), (#"\u0800"#, [0xE0, 0xA0, 0x80]),
      (#"\ud7ff"#, [0xED, 0x9F, 0xBF]), (#"\uE000"#, [0xEE, 0x80, 0x80]),
      (#"\uFFFF"#, [0xEF, 0xBF, 0xBF]), (#"\ud800\udc00"#, [0xF0, 0x90, 0x80, 0x80]),
      (#"\uDBFF\uDFFF"#, [0xF4, 0x8F, 0xBF, 0xBF]), (#"\ud83d\uDE00!"#, Array("😀!".utf8)),
      (#"\\u0041"#, Array("\\u0041".utf8)),
      (#"\/\"\\\b\f\n\r\t"#, Array("/\"\\\u{8}\u{C}\n\r\t".utf8)),
      (#"é\u00e9é"#, Array("ééé".utf8)),
    ]
    for (escaped, meant) in pairs {
      let string = try JSONDocument(parsing: "\"\(escaped)\"").root.string
      #expect(string.map { Array($0.utf8) } == meant, "\(escaped)")
    }
  }

  @Test("Every code unit is decoded, or rejected as an unpaired surrogate")
  func everyUnit() {
    for unit in UInt16.min...UInt16.max {
      let digits = String(unit, radix: 16)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      let document = try? JSONDocument(parsing: "\"\\u\(padded)\"")
      #expect(document?.root.string == Unicode.Scalar(unit).map { String(Character($0)) })
    }
  }

  @Test("An unpaired surrogate is rejected at its first byte")
  func loneSurrogates() {
    let first = "unpaired high surrogate"
    expectRefusal(#""a1️⃣\ud83d""#, first)
    expectRefusal(#""1️⃣\ud83d\n""#, first)
    expectRefusal(#""1️⃣\ud83dx\ude00""#, first)
    expectRefusal(#""1️⃣\ud83d\ud83d\ude00""#, first)
    expectRefusal(#""1️⃣\ud83d\u0041""#, first)
    expectRefusal(#""1️⃣\ud83d"#, first)
    expectRefusal(#""1️⃣\ud83d\"#, first)
    expectRefusal(#""é1️⃣\ude00""#, "unpaired low surrogate")
    expectRefusal(#""\ud83d\ude001️⃣\ude00""#, "unpaired low surrogate")
  }

  @Test("Invalid escapes are rejected at the backslash")
  func unknown() {
    let unknown = #"invalid escape sequence; write \\ for a backslash"#
    expectRefusal(#""C:1️⃣\dir""#, unknown)
    expectRefusal(#""1️⃣\x41""#, unknown)
    expectRefusal(#""1️⃣\U0041""#, unknown)
    expectRefusal(#""1️⃣\'""#, unknown)
    expectRefusal("\"1️⃣\\\n\"", unknown)
    expectRefusal(#""1️⃣\"#, unknown)
    let digits = #"expected four hexadecimal digits after \u"#
    expectRefusal(#""1️⃣\u""#, digits)
    expectRefusal(#""1️⃣\u12"#, digits)
    expectRefusal(#""1️⃣\u123g""#, digits)
    expectRefusal(#""1️⃣\u+123""#, digits)
    expectRefusal(#""\ud83d1️⃣\ude0""#, digits)
  }
}
