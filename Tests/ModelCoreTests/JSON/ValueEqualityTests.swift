import ModelCore
import Testing

@Suite("Equality of JSON values")
struct ValueEqualityTests {
  @Test(
    "Different spellings of a value are equal",
    arguments: [
      ["1", "1.0", "1e0", "10e-1", "0.1E+1", "1.000"], ["0", "-0", "0.0", "0e9", "-0.00e-5"],
      ["1e400", "10e399", "0.1e401"], ["12345678901234567890", "12345678901234567890.0"],
      ["\"A/\"", #""\u0041\/""#], ["[1, 2]", "[1.0,2e0]"],
      [#"{"a": 1, "b": [2]}"#, #"{"b": [2.0], "a": 1}"#, #"{"\u0061": 1, "b": [2]}"#],
      [#"{"a": 2, "a": 1}"#, #"{"a": 1}"#],
    ])
  func equal(texts: [String]) throws {
    let values = try texts.map { try JSONValue(parsing: Array($0.utf8)) }
    for left in values {
      for right in values {
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
      }
    }
    #expect(Set(values).count == 1)
  }

  @Test("Values that only look alike are different")
  func different() throws {
    let texts = [
      "null", "false", "true", "0", "1", "-1", "\"\"", "\"1\"", "[]", "[1]", "[[1]]", "{}",
      "[null]", #"{"a": null}"#, #"{"a": 1}"#, #"{"b": 1}"#, #"{"a": 1, "b": 1}"#, "[1, 2]",
      "[2, 1]", "\"\u{E9}\"", "\"e\u{301}\"", "{\"\u{E9}\": 1}", "{\"e\u{301}\": 1}",
      "9007199254740992", "9007199254740993", "1e400", "1e401", "0.1", "0.10000000000000001",
    ]
    let values = try texts.map { try JSONValue(parsing: Array($0.utf8)) }
    for (index, left) in values.enumerated() {
      for (other, right) in values.enumerated() { #expect((left == right) == (index == other)) }
    }
    #expect(Set(values).count == values.count)
  }

  @Test("Literals make the values that they look like")
  func literals() throws {
    let value: JSONValue = ["a": [nil, true, 1, -2.5, "x\(1)"], "b": [:], "c": []]
    #expect(value.description == #"{"a":[null,true,1,-2.5,"x1"],"b":{},"c":[]}"#)
    #expect(value["a"]?.array?.count == 5)
    #expect(value["a"]?.array?[3].double == -2.5)
    #expect(value["a"]?.array?[4].string == "x1")
    #expect(value["a"]?.array?[1].bool == true)
    #expect(value["b"]?.object?.isEmpty == true)
    #expect(value["missing"] == nil)
    #expect(JSONValue(floatLiteral: .infinity) == .null)
  }

  @Test("Accessors of other kinds return nil")
  func kinds() {
    let values: [JSONValue] = [nil, true, 1, "s", [1], ["k": 1]]
    #expect(values.map(\.kind) == [.null, .bool, .number, .string, .array, .object])
    #expect(
      values.map(\.kind.description) == ["null", "boolean", "number", "string", "array", "object"])
    #expect(values.map { $0.bool != nil } == [false, true, false, false, false, false])
    #expect(values.map { $0.int != nil } == [false, false, true, false, false, false])
    #expect(values.map { $0.string != nil } == [false, false, false, true, false, false])
    #expect(values.map { $0.array != nil } == [false, false, false, false, true, false])
    #expect(values.map { $0.object != nil } == [false, false, false, false, false, true])
    #expect(values.map { $0["k"] != nil } == [false, false, false, false, false, true])
  }

  @Test("Canonically equivalent strings differ")
  func canonicalTwins() {
    let twins = [("\u{212B}", "A\u{30A}"), ("a\u{301}\u{327}", "a\u{327}\u{301}")]
    for (left, right) in twins {
      #expect(left == right)
      #expect(left.utf8.count == right.utf8.count)
      #expect(!left.isSameOnWire(as: right))
      #expect(WireName(left) != WireName(right))
      #expect(JSONValue.string(left) != .string(right))
      let object: JSONObject = [left: 1, right: 2]
      #expect(object.count == 2)
    }
  }

  @Test("Keys are sorted by their bytes")
  func sorting() {
    let names = ["é", "z", "e\u{301}", "Z", "", "ab", "a", "😀", "\u{FFFF}"].map(WireName.init)
    let sorted = names.sorted().map(\.text)
    #expect(
      sorted.map(WireName.init)
        == [
          "", "Z", "a", "ab", "e\u{301}", "z", "é", "\u{FFFF}", "😀",
        ].map(WireName.init))
    #expect(Set(names).count == names.count)
  }
}
