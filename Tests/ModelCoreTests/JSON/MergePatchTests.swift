import ModelCore
import Testing

/// A correction must do what RFC 7396 says, and whatever is wrong in the corrected text must be
/// shown where it stands.
@Suite("JSON Merge Patch") struct MergePatchTests {
  /// The examples of RFC 7396, appendix A; what a document of ours can't be is left out.
  @Test(
    "The examples of RFC 7396 give the results of the RFC",
    arguments: [
      (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
      (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
      (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
      (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
      (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
      (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
      (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
      (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
      (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
      (#"{"a":"foo"}"#, "null", "null"),
      (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
      ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
      ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ])
  func theExamplesOfTheStandardHold(target: String, patch: String, result: String) throws {
    let merge = JSONMergePatch(
      try JSONDocument(parsing: patch).root, on: try JSONDocument(parsing: target).root)
    #expect(String(decoding: merge.result.bytes, as: UTF8.self) == result)
    #expect(merge.changesAnything)
  }

  @Test(
    "Parts of a patch without effect are reported",
    arguments: [
      (#"{"a": 1}"#, #"{"a": 1.0}"#), (#"{"a": {"b": [2]}}"#, #"{"a": {"b": [2]}}"#),
      (#"{"a": 1}"#, #"{"b": null}"#), (#"{"a": 1}"#, "{}"), (#"{"a": {}}"#, #"{"a": {}}"#),
    ])
  func whatMakesNoDifferenceIsKnown(target: String, patch: String) throws {
    let root = try JSONDocument(parsing: target).root
    let merge = JSONMergePatch(try JSONDocument(parsing: patch).root, on: root)
    #expect(!merge.changesAnything)
    #expect(merge.idleParts.count == 1)
    #expect(JSONValue(try JSONDocument(splicing: merge.result).root) == JSONValue(root))
  }

  @Test("Each patched value keeps its position in its file")
  func everyValueKeepsItsPlace() throws {
    let target = try JSONDocument(parsing: "{\n  \"a\": {\"b\": 1, \"c\": 2},\n  \"d\": 1e0\n}")
    let patch = try JSONDocument(parsing: "{\n\n   \"a\": {\"b\": 7, \"x\": [true]}}")
    let merged = try JSONDocument(splicing: JSONMergePatch(patch.root, on: target.root).result)
    func place(_ pointer: String) -> SourcePlace? { merged.root.node(at: pointer)?.place }
    #expect(place("") == SourcePlace(line: 1, column: 1))
    #expect(place("/a") == SourcePlace(line: 2, column: 8))
    #expect(place("/a/b") == SourcePlace(line: 3, column: 15))
    #expect(place("/a/c") == SourcePlace(line: 2, column: 22))
    #expect(place("/a/x/0") == SourcePlace(line: 3, column: 24))
    #expect(place("/d") == SourcePlace(line: 3, column: 8))
    #expect(merged.root["d"]?.text == "1e0")
    let range = try #require(merged.root.node(at: "/a/b")?.byteRange)
    #expect(merged.origin(ofByte: range.lowerBound).document === patch)
  }

  @Test("The last of duplicate keys is patched")
  func ofAKeyThatStandsTwiceTheLastIsPatched() throws {
    let target = try JSONDocument(parsing: #"{"a": 1, "a": 2}"#)
    let merge = JSONMergePatch(try JSONDocument(parsing: #"{"a": 3}"#).root, on: target.root)
    let merged = try JSONDocument(splicing: merge.result)
    #expect(merged.root["a"]?.text == "3")
    #expect(merged.duplicateKeys.count == 1)
  }
}
