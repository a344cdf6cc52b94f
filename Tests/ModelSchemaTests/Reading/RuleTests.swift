import ModelSchema
import Testing

@Suite("Bounds, lengths and counts")
struct RuleTests {
  @Test(
    "All forms of bounds are read",
    arguments: [
      (#""type": "integer", "minimum": 0, "maximum": 4294967295"#, "integer ≥0 ≤4294967295"),
      (#""type": "number", "minimum": 0, "maximum": 1.0"#, "number ≥0 ≤1.0"),
      (#""type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e2"#, "number >0 <1e2"),
      (#""type": "number", "minimum": 1, "exclusiveMinimum": true"#, "number >1"),
      (#""type": "number", "maximum": 1, "exclusiveMaximum": true"#, "number <1"),
      (#""type": "number", "minimum": 1, "exclusiveMinimum": false"#, "number ≥1"),
      (#""type": "number", "minimum": 1, "exclusiveMinimum": 0"#, "number ≥1 >0"),
      (#""type": "integer", "multipleOf": 8"#, "integer ×8"),
      (#""type": "number", "multipleOf": 0.1"#, "number ×0.1"),
      (#""type": "string", "minLength": 1, "maxLength": 800"#, "string ≥1 ≤800"),
      (#""type": "string", "maxLength": 5.0"#, "string ≤5"),
      (#""type": "string", "maxLength": 1e40"#, "string"),
      (
        #""type": "array", "items": {"type": "string"}, "minItems": 0, "maxItems": 9"#,
        "[string] ≥0 ≤9"
      ),
      (
        #""type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2"#,
        "[string] ≥2 ≤2"
      ),
    ])
  func bounds(keywords: String, line: String) {
    #expect(expectFindings(inProperty: "{\(keywords)}")?.line == line)
  }

  @Test(
    "Bounds that no value satisfies are reported",
    arguments: [
      (#""number", "minimum": 1️⃣2, "maximum": 1"#, "minimum", "2", "maximum", "1"),
      (
        #""number", "minimum": 1️⃣1, "exclusiveMaximum": 1.0"#, "minimum", "1", "exclusiveMaximum",
        "1.0"
      ),
      (
        #""integer", "exclusiveMinimum": 1️⃣5, "maximum": 5"#, "exclusiveMinimum", "5", "maximum",
        "5"
      ),
      (
        #""number", "minimum": 3, "exclusiveMinimum": 1️⃣true, "maximum": 3"#, "exclusiveMinimum",
        "3", "maximum", "3"
      ),
      (#""string", "minLength": 1️⃣9, "maxLength": 5"#, "minLength", "9", "maxLength", "5"),
    ])
  func impossible(
    keywords: String, lower: String, low: String, upper: String, high: String
  ) {
    expectFindings(
      inProperty: "{\"type\": \(keywords)}",
      .warning("no value fits: \"\(lower)\" is \(low) and \"\(upper)\" is \(high)"))
  }

  @Test("Item counts that no array satisfies are reported")
  func impossibleCounts() {
    expectFindings(
      inProperty: #"{"type": "array", "items": {"type": "string"}, "maxItems": 1, "minItems": 1️⃣2}"#,
      .warning(#"no value fits: "minItems" is 2 and "maxItems" is 1"#))
  }

  @Test(
    "An invalid rule is ignored and reported",
    arguments: [
      (
        #""string", "maxLength": 1️⃣-1"#,
        #""maxLength" must be a whole number that is not negative; it is ignored"#, "string"
      ),
      (
        #""string", "minLength": 1️⃣1.5"#,
        #""minLength" must be a whole number that is not negative; it is ignored"#, "string"
      ),
      (
        #""string", "maxLength": 1️⃣"5""#,
        #""maxLength" must be a number, not a string; it is ignored"#, "string"
      ),
      (
        #""string", "pattern": 1️⃣[]"#, #""pattern" must be a string, not an array; it is ignored"#,
        "string"
      ),
      (
        #""number", "minimum": 1️⃣null"#, #""minimum" must be a number, not null; it is ignored"#,
        "number"
      ),
      (
        #""number", "multipleOf": 1️⃣0"#, #""multipleOf" must be more than 0; it is ignored"#,
        "number"
      ),
      (
        #""number", "multipleOf": 1️⃣-2"#, #""multipleOf" must be more than 0; it is ignored"#,
        "number"
      ),
      (
        #""string", "title": 1️⃣7"#, #""title" must be a string, not a number; it is ignored"#,
        "string"
      ),
      (
        #""string", "deprecated": 1️⃣"yes""#,
        #""deprecated" must be true or false, not a string; it is ignored"#, "string"
      ),
    ])
  func broken(keywords: String, message: String, line: String) {
    let property = expectFindings(inProperty: "{\"type\": \(keywords)}", .warning(message))
    #expect(property?.line == line)
  }

  @Test("An exclusive flag without a bound is reported")
  func loneFlag() {
    let property = expectFindings(
      inProperty: #"{"type": "number", "exclusiveMinimum": 1️⃣true}"#,
      .warning(
        #""exclusiveMinimum" is true, but there is no "minimum"; it is ignored"#,
        fix: #"give the bound itself: "exclusiveMinimum": 0"#))
    #expect(property?.line == "number")
  }

  @Test("Several divisors are combined if possible, and otherwise listed as unchecked")
  func divisors() {
    let one = expectFindings(
      inProperty: #"{"type": "integer", "multipleOf": 2, "allOf": [{"multipleOf": 8}]}"#)
    #expect(one?.line == "integer ×8")
    let several = expectFindings(
      inProperty: #"{"type": "integer", "multipleOf": 2, "allOf": [{"multipleOf": 1️⃣3}]}"#,
      .warning(
        #"bindings check only one of several "multipleOf""#, fix: "`modelgen validate` checks all"))
    #expect(several?.line == "integer ×2 unchecked multipleOf")
  }

  @Test("A rule for another type is reported")
  func otherType() {
    let property = expectFindings(
      inProperty: #"{"type": "integer", "maxLength": 1️⃣5, "items": 2️⃣{"type": "string"}}"#,
      .warning(
        #""maxLength" says nothing about an integer; it is ignored"#,
        fix: "correct the type, or delete the keyword"),
      .warning(
        #""items" says nothing about an integer; it is ignored"#,
        fix: "correct the type, or delete the keyword"))
    #expect(property?.line == "integer")
  }
}
