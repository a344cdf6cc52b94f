import ModelSchema
import Testing

@Suite("Documentation of rules")
struct FactsTests {
  @Test(
    "Bounds, rules and defaults are documented",
    arguments: [
      (#""type": "string", "maxLength": 800"#, ["At most 800 characters"]),
      (
        #""type": "string", "minLength": 1, "pattern": "a""#,
        ["At least 1 character", "Pattern: `a`"]
      ),
      (
        #""type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3"#,
        ["1 to 3 items"]
      ),
      (
        #""type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2"#,
        ["Exactly 2 items"]
      ),
      (
        #""type": "array", "items": {"type": "string"}, "minItems": 0, "uniqueItems": true"#,
        ["Items must be unique"]
      ),
      (
        #""type": "number", "minimum": 0, "maximum": 1, "default": 0.50"#,
        ["0 to 1", "Default: `0.50`"]
      ),
      (
        #""type": "number", "exclusiveMinimum": 0, "multipleOf": 8"#,
        ["More than 0", "A multiple of 8"]
      ),
      (#""enum": [3, 4, 5], "default": 4"#, ["3 to 5", "Default: `4`"]),
      (#""type": ["boolean", "null"], "deprecated": true"#, ["May be null", "Deprecated"]),
      (#""type": "string", "format": "image_uri", "default": "https://example.com/a.png""#, []),
      (#""type": "string", "default": """#, []),
    ])
  func facts(keywords: String, facts: [String]) {
    #expect(expectFindings(inProperty: "{\(keywords)}")?.facts == facts)
  }
}
