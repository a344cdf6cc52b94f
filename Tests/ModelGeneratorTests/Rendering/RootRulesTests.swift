import ModelGenerator
import Testing

@Suite("Rules of whole requests") struct RootRulesTests {
  @Test("Unchecked rules of a request are documented")
  func documented() throws {
    let model = try Models.make(
      properties: Models.properties(["a", "b"]),
      input: #""anyOf": [{"required": ["a"]}, {"minProperties": 2}], "if": {}, "minProperties": 1"#)
    let text = Bindings([model]).text
    #expect(text.contains("/// - Requires at least 1 key"))
    #expect(text.contains("/// - Not validated locally: `anyOf`"))
    #expect(text.contains("fields.check(self, minProperties: 1)"))
    #expect(text.contains(#"fields.reportUnchecked(rules: "if", "anyOf")"#))
  }
}
