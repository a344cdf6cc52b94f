import ModelCore
import Testing

@Suite("Duplicate keys")
struct DuplicateKeyTests {
  @Test("Keys are compared by what they mean", arguments: [0, 1, 5, 11, 12, 40])
  func escapedSpelling(others: Int) throws {
    // Few keys are compared in pairs, many through a table.
    let padding = (0..<others).map { "\"k\($0)\": 0, " }.joined()
    for (first, again) in [
      ("ab", "ab"), ("ab", #"a\u0062"#), (#"a\u0062"#, "ab"), (#"\u0061b"#, #"a\u0062"#),
      ("😀", #"\ud83d\ude00"#), ("", ""), ("a/b", #"a\/b"#), ("é", #"\u00e9"#),
    ] {
      let text = "{\"\(first)\": 1, \(padding)\n \"\(again)\": 2}"
      let document = try JSONDocument(parsing: text)
      #expect(document.hasDuplicateKeys)
      #expect(document.duplicateKeys.count == 1)
      let duplicate = try #require(document.duplicateKeys.first)
      #expect(duplicate.first == SourcePlace(line: 1, column: 2))
      #expect(duplicate.place == SourcePlace(line: 2, column: 2))
      #expect(duplicate.object == "")
      #expect(document.root[duplicate.key]?.number?.int == 2)
      #expect(JSONValue(document.root)[duplicate.key]?.int == 2)
      #expect(JSONValue(document.root).object?.count == others + 1)
    }
  }

  @Test("Keys that only look alike aren't duplicates", arguments: [0, 30])
  func different(others: Int) throws {
    let padding = (0..<others).map { "\"k\($0)\": 0, " }.joined()
    let keys = ["é", "e\u{301}", "a", "A", "a ", "b", #"\\u0061"#, "", #"\u0000"#, "ab"]
    let members = keys.map { "\"\($0)\": 1" }.joined(separator: ", ")
    let document = try JSONDocument(parsing: "{\(padding)\(members)}")
    #expect(!document.hasDuplicateKeys)
    #expect(document.duplicateKeys.isEmpty)
    #expect(JSONValue(document.root).object?.count == others + keys.count)
  }

  @Test("A key that occurs three times is reported twice")
  func threeTimes() throws {
    let document = try JSONDocument(parsing: #"{"a": 1, "a": 2, "a": 3}"#)
    #expect(document.duplicateKeys.map(\.place.column) == [10, 18])
    #expect(document.duplicateKeys.map(\.first.column) == [2, 2])
    #expect(document.root["a"]?.number?.int == 3)
  }

  @Test("Nested objects are searched one by one, and named by their pointers")
  func nested() throws {
    let document = try JSONDocument(
      parsing:
        #"{"a": {"x": 1, "x": {"a": [{}, {"y": 1, "y": 2}]}}, "b/~": [{"x": 1, "x": 1}], "x": 1}"#)
    #expect(document.duplicateKeys.map(\.key) == ["x", "y", "x"])
    #expect(document.duplicateKeys.map(\.object) == ["/a", "/a/x/a/1", "/b~1~0/0"])
  }

  @Test("The same key in different objects isn't a duplicate")
  func sameKeyElsewhere() throws {
    let document = try JSONDocument(parsing: #"{"a": {"a": [{"a": 1}, {"a": 1}]}, "b": {"a": 1}}"#)
    #expect(document.duplicateKeys.isEmpty)
  }

  @Test("Very many duplicates on one line are reported")
  func hostile() throws {
    let count = 100_000
    let oneObject = "{" + [String](repeating: #""é": 1"#, count: count).joined(separator: ",") + "}"
    let one = try JSONDocument(parsing: oneObject).duplicateKeys
    #expect(one.count == count - 1)
    #expect(one.last?.place == SourcePlace(line: 1, column: 7 * (count - 1) + 2))
    #expect(one.last?.first == SourcePlace(line: 1, column: 2))

    let pair = #"{"é": 1, "é": 2}"#
    let manyObjects = "[" + [String](repeating: pair, count: count / 4).joined(separator: ",") + "]"
    let many = try JSONDocument(parsing: manyObjects).duplicateKeys
    #expect(many.count == count / 4)
    #expect(many.last?.object == "/\(count / 4 - 1)")
    #expect(many.last?.place == SourcePlace(line: 1, column: 17 * (count / 4 - 1) + 11))
  }
}
