import ModelGenerator
import Testing

@Suite("Rules of whole requests") struct RootRulesTests {
  @Test("Unchecked rules of a request are documented")
  func documented() throws {
    let model = try Models.make(
      properties: Models.properties(["a", "b"]),
      input: #""anyOf": [{"required": ["a"]}, {"required": ["b"]}], "minProperties": 1"#)
    let text = Bindings([model]).text
    #expect(text.contains("/// - Not validated locally: `anyOf`"))
    #expect(text.contains("/// - Not validated locally: `minProperties`"))
  }
}
