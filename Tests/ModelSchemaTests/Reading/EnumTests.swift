import ModelSchema
import Testing

@Suite("Known values")
struct EnumTests {
  @Test(
    "Values of one type keep their order",
    arguments: [
      (#""type": "string", "enum": ["b", "a", ""]"#, "strings b|a|"),
      (#""enum": ["a"]"#, "strings a"),
      (#""type": "integer", "enum": [5, 10]"#, "integers 5|10"),
      (#""enum": [24, 25, 48, 50]"#, "integers 24|25|48|50"),
      (#""enum": [0.5, 1]"#, "numbers 0.5|1"),
      (#""type": "number", "enum": [1, 2, 3]"#, "numbers 1|2|3"),
      (#""enum": [1e30, 2, 3]"#, "numbers 1e30|2|3"),
      (#""type": "boolean", "enum": [true, false]"#, "boolean"),
      (#""const": "customize""#, "strings customize"),
      (#""const": 5"#, "integers 5"),
      (#""type": "array", "items": {"enum": ["a", "b"]}"#, "[strings a|b]"),
    ])
  func published(keywords: String, line: String) {
    #expect(expectFindings(inProperty: "{\(keywords)}")?.line == line)
  }

  @Test(
    "Whole numbers without a gap are a range, whatever their order",
    arguments: [
      ("[3, 1, 2]", "integer 1...3"), ("[-1, 0, 1]", "integer -1...1"), ("[1, 2]", "integers 1|2"),
      ("[5.0, 6, 7]", "integer 5...7"),
      (
        "[9223372036854775805, 9223372036854775806, 9223372036854775807]",
        "integer 9223372036854775805...9223372036854775807"
      ),
      (
        "[-9223372036854775808, 0, 9223372036854775807]",
        "integers -9223372036854775808|0|9223372036854775807"
      ),
    ])
  func ranges(values: String, line: String) {
    let property = expectFindings(inProperty: #"{"type": "integer", "enum": \#(values)}"#)
    #expect(property?.line == line)
  }

  @Test("null among the values makes the property nullable")
  func null() {
    let property = expectFindings(inProperty: #"{"enum": ["a", null]}"#)
    #expect(property?.line == "strings a?")
    let typed = expectFindings(inProperty: #"{"type": ["string", "null"], "enum": ["a", null]}"#)
    #expect(typed?.line == "strings a?")
    let nullable = expectFindings(
      inProperty: #"{"type": "string", "nullable": true, "enum": ["a", null]}"#)
    #expect(nullable?.line == "strings a?")
    let wrong = expectFindings(
      inProperty: #"{"type": "string", "enum": ["a", 1️⃣null]}"#,
      .warning(
        #"the type is "string", yet null is among the values, which count"#,
        fix: "correct the type or the values"))
    #expect(wrong?.line == "strings a?")
  }

  @Test("Values of several types are plain JSON, reported once")
  func mixed() {
    let property = expectFindings(
      inProperty: #"{"enum": 1️⃣["auto", 5, 6]}"#,
      .warning("the values are of several types; it is carried as plain JSON"))
    #expect(property?.line == "any unchecked enum")
    let objects = expectFindings(
      inProperty: #"{"enum": 1️⃣[{"a": 1}, {"a": 2}]}"#,
      .warning("no Swift type has objects as values; it is carried as plain JSON"))
    #expect(objects?.line == "any unchecked enum")
  }

  @Test("An integer that Swift has no exact number for is never rounded")
  func largeInteger() {
    let property = expectFindings(
      inProperty: #"{"type": "integer", "enum": 1️⃣[1, 9007199254740993, 9223372036854775808]}"#,
      .warning(
        "no Swift number is exactly 9007199254740993; it is carried as plain JSON"))
    #expect(property?.line == "any unchecked enum")
    let decimals = expectFindings(inProperty: #"{"type": "number", "enum": [0.1, 0.5]}"#)
    #expect(decimals?.line == "numbers 0.1|0.5")
  }

  @Test("A bound beyond the integers of Swift gets a note")
  func largeBound() {
    let property = expectFindings(
      inProperty: #"{"type": "integer", "minimum": 0, "maximum": 1️⃣18446744073709551615}"#,
      .note(
        "bindings have no integers beyond 9223372036854775807; other values must go through "
          + "extraFields"))
    #expect(property?.line == "integer ≥0 ≤18446744073709551615")
  }

  @Test("An empty enum is ignored")
  func empty() {
    let property = expectFindings(
      inProperty: #"{"type": "string", "enum": 1️⃣[]}"#,
      .warning(#"no value fits an empty "enum"; it is carried as plain JSON"#))
    #expect(property?.line == "any unchecked enum")
    let noList = expectFindings(
      inProperty: #"{"type": "string", "enum": 1️⃣"a"}"#,
      .warning(#""enum" must be an array, not a string; it is ignored"#))
    #expect(noList?.line == "string")
  }

  @Test("A duplicate value gets one name and a warning")
  func repeated() {
    let property = expectFindings(
      inProperty: #"{"enum": ["a", "b", 1️⃣"\u0061"]}"#,
      .warning(#"duplicate value "a""#, fix: "delete one of the two"))
    #expect(property?.line == "strings a|b")
    let numbers = expectFindings(
      inProperty: #"{"enum": [1, 5, 1️⃣1.0]}"#,
      .warning("duplicate value 1.0", fix: "delete one of the two"))
    #expect(numbers?.line == "integers 1|5")
  }

  @Test("Values that look alike and differ in bytes are kept, with a warning")
  func canonicalTwins() {
    let property = expectFindings(
      inProperty: "{\"enum\": [\"caf\u{E9}\", 1️⃣\"cafe\u{301}\", 2️⃣\"caf\u{E9}\"]}",
      .warning(
        "\"cafe\u{301}\" reads like another value and differs from it in bytes",
        fix: "spell it one way (Unicode NFC) if they are meant to be the same"),
      .warning("duplicate value \"caf\u{E9}\"", fix: "delete one of the two"))
    guard case .knownValues(.strings(let values))? = property?.shape else {
      Issue.record("no published strings")
      return
    }
    #expect(values.map { Array($0.utf8).count } == [5, 6])
  }

  @Test("If type and values contradict each other, the values count")
  func mismatch() {
    let property = expectFindings(
      inProperty: #"{"type": "integer", "enum": [1️⃣"5", "10"]}"#,
      .warning(
        #"the type is "integer", yet "5" is among the values, which count"#,
        fix: "correct the type or the values"))
    #expect(property?.line == "strings 5|10")
  }

  @Test("A Boolean with one known value is listed as unchecked")
  func oneFlag() {
    let property = expectFindings(
      inProperty: #"{"const": 1️⃣true}"#,
      .warning("bindings don't check that only true fits", fix: "`modelgen validate` does"))
    #expect(property?.line == "boolean unchecked const")
  }

  @Test("Only values that are in every list are known")
  func intersection() {
    let property = expectFindings(
      inProperty: #"{"enum": ["a", "b", "c"], "allOf": [{"enum": ["c", "b"]}]}"#)
    #expect(property?.line == "strings b|c")
    let none = expectFindings(
      inProperty: #"{"enum": 1️⃣["a"], "const": "b"}"#,
      .warning("no value is in every list of values; it is carried as plain JSON"))
    #expect(none?.line == "any unchecked enum const")
  }
}
