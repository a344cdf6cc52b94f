import ModelGenerator
import Testing

@Suite("Rules on a request as a whole") struct RootRulesTests {
  @Test("what bindings don't check of a request stands in its documentation")
  func documented() throws {
    let model = try Models.make(
      properties: Models.properties(["a", "b"]),
      input: #""anyOf": [{"required": ["a"]}, {"required": ["b"]}], "minProperties": 1"#)
    let text = Bindings([model]).text
    #expect(text.contains("/// - Not validated locally: `anyOf`"))
    #expect(text.contains("/// - Not validated locally: `minProperties`"))
  }
}
