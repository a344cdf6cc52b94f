import ModelCore
import Testing

@Suite("Writing JSON")
struct WriterTests {
  private func written(_ value: JSONValue, _ style: JSONWriter.Style) -> String {
    var writer = JSONWriter(style: style)
    writer.value(value)
    return writer.text
  }

  private static let sample: JSONValue = [
    "empty": [:], "none": [], "list": [1, [], [:], [2, ["k": nil]]], "é": "a\"b", "last": false,
  ]

  @Test("Compact text contains no whitespace")
  func compact() {
    #expect(
      written(WriterTests.sample, .compact)
        == #"{"empty":{},"none":[],"list":[1,[],{},[2,{"k":null}]],"é":"a\"b","last":false}"#)
  }

  @Test("Pretty text breaks lines between values, never inside empty brackets")
  func pretty() {
    #expect(
      written(WriterTests.sample, .pretty) == #"""
        {
          "empty": {},
          "none": [],
          "list": [
            1,
            [],
            {},
            [
              2,
              {
                "k": null
              }
            ]
          ],
          "é": "a\"b",
          "last": false
        }
        """#)
  }

  @Test("A scalar or an empty container alone is one line")
  func alone() {
    for style in [JSONWriter.Style.compact, .pretty] {
      #expect(written([:], style) == "{}")
      #expect(written([], style) == "[]")
      #expect(written("x", style) == #""x""#)
      #expect(written(nil, style) == "null")
    }
    #expect(written([[]], .pretty) == "[\n  []\n]")
  }

  @Test("Every control character, the quote and the backslash are escaped, and nothing else")
  func escaping() {
    let named: [UInt8: String] = [8: "b", 9: "t", 10: "n", 12: "f", 13: "r", 34: "\"", 92: "\\"]
    for code in UInt8(0)..<0x80 {
      let text = String(Unicode.Scalar(code))
      let hex = (code < 16 ? "0" : "") + String(code, radix: 16)
      let expected = named[code].map { "\\" + $0 } ?? (code < 32 ? "\\u00\(hex)" : text)
      #expect(written(.string(text), .compact) == "\"\(expected)\"")
      #expect(written(.string("é\(text)\(text)z"), .compact) == "\"é\(expected)\(expected)z\"")
      #expect(written([text: 1], .compact) == "{\"\(expected)\":1}")
    }
    #expect(written("\u{7F}\u{2028}😀", .compact) == "\"\u{7F}\u{2028}😀\"")
  }

  @Test("Static and computed keys are written alike")
  func staticKeys() {
    var (one, other) = (JSONWriter(style: .pretty), JSONWriter(style: .pretty))
    one.beginObject()
    other.beginObject()
    for key in ["", "a\"b\\", "width×height", "\0\n"] as [StaticString] {
      one.key(key)
      one.null()
      other.key(key.description)
      other.null()
    }
    one.endObject()
    other.endObject()
    #expect(one.text == other.text)
    #expect(one.text.contains(#""a\"b\\": null,"#))
  }

  @Test("Text isn't normalized")
  func spelling() {
    var writer = JSONWriter()
    writer.value("e\u{301}é")
    #expect(writer.bytes == Array("\"e\u{301}é\"".utf8))
  }

  @Test("Doubles are written exactly, and infinities as null")
  func doubles() {
    var writer = JSONWriter()
    writer.beginArray()
    for value in [0.1, -0.0, 1e22, .leastNonzeroMagnitude, .infinity, -.infinity, .nan] {
      writer.value(value)
    }
    writer.value(.max as Int)
    writer.value(JSONNumber(0))
    writer.value(true)
    writer.endArray()
    #expect(writer.text == "[0.1,-0.0,1e+22,5e-324,null,null,null,9223372036854775807,0,true]")
  }

  @Test("Parts of a string that need no escape are joined")
  func plainASCII() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("data")
    writer.value(plainASCII: [Array("data:;base64,".utf8), [], Array("AAAA".utf8)])
    writer.key("next")
    writer.value(plainASCII: [])
    writer.endObject()
    #expect(writer.text == #"{"data":"data:;base64,AAAA","next":""}"#)
  }
}
