import ModelCore
import Testing

@Suite("Converting standard library types")
struct ConversionTests {
  @Test("Scalars of every type convert with an unlabeled initializer")
  func scalars() {
    let (count, byte, large, ratio, half) = (3, UInt8(255), UInt64.max, 0.1, Float(0.1))
    let text = "a lake"
    let value: JSONValue = [
      "count": JSONValue(count), "byte": .init(byte), "large": .init(large), "ratio": .init(ratio),
      "half": .init(half), "text": .init(text), "word": .init(text.prefix(1)),
      "flag": .init(count == 3), "number": .init(JSONNumber(count)), "object": .init(JSONObject()),
    ]
    #expect(
      value.description
        == #"{"count":3,"byte":255,"large":18446744073709551615,"ratio":0.1,"half":0.1,"#
        + #""text":"a lake","word":"a","flag":true,"number":3,"object":{}}"#)
  }

  @Test("A literal becomes the value that it spells")
  func literals() {
    #expect(JSONValue(3) == 3)
    #expect(JSONValue(0.5) == 0.5)
    #expect(JSONValue("x") == "x")
    #expect(JSONValue(true) == true)
    #expect(JSONValue([1, 2]) == [1, 2])
    #expect(JSONValue(["b": 1]) == ["b": 1])
  }

  @Test("Infinities and NaN, which JSON can't represent, become null")
  func notFinite() {
    for value in [Double.infinity, -.infinity, .nan] { #expect(JSONValue(value) == .null) }
    #expect(JSONValue(-Float.infinity) == .null)
    let number = JSONNumber(Float.nan)
    #expect(number == nil)
    #expect(JSONValue([1, .infinity] as [Double]) == [1, nil])
  }

  @Test("Arrays convert, whatever their elements")
  func arrays() {
    let (texts, counts, ratios, flags) = (
      ["a", "b"], [1, 2] as [UInt16], [0.5, 2], [true, false]
    )
    let values: [JSONValue] = [1, "a"]
    #expect(JSONValue(texts) == ["a", "b"])
    #expect(JSONValue(counts) == [1, 2])
    #expect(JSONValue(ratios) == [0.5, 2])
    #expect(JSONValue(flags) == [true, false])
    #expect(JSONValue(values) == [1, "a"])
  }

  @Test("A dictionary becomes an object whose keys are sorted")
  func dictionaries() {
    let counts = ["b": 2, "a": 1, "é": 4, "c": 3]
    #expect(JSONValue(counts).description == #"{"a":1,"b":2,"c":3,"é":4}"#)
    #expect(JSONValue(["b": "x", "a": "y"] as [String: String]).object?.keys == ["a", "b"])
    #expect(JSONValue(["a": 0.5] as [String: Double]) == ["a": 0.5])
    #expect(JSONValue(["a": true] as [String: Bool]) == ["a": true])
    #expect(JSONObject(["b": 1, "a": nil] as [String: JSONValue]).keys == ["a", "b"])
  }

  @Test("nil becomes null")
  func optionals() {
    let (count, text, ratio, flag) = (3 as Int?, "x" as String?, 0.5 as Double?, true as Bool?)
    #expect(JSONValue(count) == 3 && JSONValue(count.flatMap { _ in nil as Int? }) == .null)
    #expect(JSONValue(text) == "x" && JSONValue(nil as String?) == .null)
    #expect(JSONValue(ratio) == 0.5 && JSONValue(nil as Double?) == .null)
    #expect(JSONValue(flag) == true && JSONValue(nil as Bool?) == .null)
    #expect(JSONValue(nil as JSONValue?) == .null)
  }

  @Test("Text, bytes and slices of bytes can be parsed")
  func parsing() throws {
    let text = #"{"b": [1.0], "a": null}"#
    let value = try JSONValue(parsing: text)
    #expect(value.description == #"{"b":[1.0],"a":null}"#)
    #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    #expect(try JSONValue(parsing: ("x" + text).utf8.dropFirst()) == value)
    let error = #expect(throws: JSONParsingError.self) { try JSONValue(parsing: "{\n  \"a\": }") }
    #expect(error?.line == 2 && error?.column == 8 && error?.offset == 9)
    #expect(error?.description == "2:8: expected a JSON value")
  }

  @Test("Numbers are compared and sorted by their exact values")
  func order() {
    let numbers = ["1e3", "9007199254740993", "-0.5", "9007199254740992", "0.1"]
    let sorted = numbers.compactMap { JSONNumber(text: $0) }.sorted().map(\.text)
    #expect(sorted == ["-0.5", "0.1", "1e3", "9007199254740992", "9007199254740993"])
  }
}
