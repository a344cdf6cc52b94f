import ModelCore
import Testing

@Suite("JSONDocument")
struct JSONDocumentTests {
  @Test("Keys keep their order and odd characters")
  func order() throws {
    let document = try JSONDocument(parsing: #"{"b": 1, "a": 2, "width×height": 3, "": 4}"#)
    #expect(document.root.members.map(\.key) == ["b", "a", "width×height", ""])
  }

  @Test("Numbers keep their spelling", arguments: ["0", "-0.50", "1e400", "12345678901234567890"])
  func numbers(text: String) throws {
    #expect(try JSONDocument(parsing: text).root.number?.text == text)
  }

  @Test("A duplicate key is found, by its meaning and not by its spelling")
  func duplicates() throws {
    let document = try JSONDocument(parsing: "{\"x\": {\"ab\": 1,\n  \"a\\u0062\": 2}}")
    let duplicate = try #require(document.duplicateKeys.first)
    #expect(duplicate.key == "ab")
    #expect(duplicate.place == SourcePlace(line: 2, column: 3))
    #expect(duplicate.first == SourcePlace(line: 1, column: 8))
    #expect(duplicate.object == "/x")
    #expect(document.root["x"]?["ab"]?.number?.int == 2)
  }

  @Test("The two spellings of é are different keys")
  func canonicalEquivalence() throws {
    let document = try JSONDocument(parsing: "{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(document.duplicateKeys.isEmpty)
    #expect(document.root["e\u{301}"]?.number?.int == 2)
    #expect(document.root["\u{E9}"]?.number?.int == 1)
  }

  @Test("A node has its position and pointer")
  func places() throws {
    let document = try JSONDocument(parsing: "{\n  \"é×\": [true, {\"a/b\": null}]\n}")
    let node = try #require(document.root.node(at: "/é×/1/a~1b"))
    #expect(node.isNull)
    #expect(node.place == SourcePlace(line: 2, column: 24))
    #expect(node.pointer == "/é×/1/a~1b")
  }

  @Test("Escapes and surrogate pairs are decoded")
  func escapes() throws {
    let document = try JSONDocument(parsing: #""a\"\\\/\b\f\n\r\té😀""#)
    #expect(document.root.string == "a\"\\/\u{8}\u{C}\n\r\té😀")
  }
}
