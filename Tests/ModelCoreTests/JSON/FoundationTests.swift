import Foundation
import ModelCore
import ModelRuntime
import Testing

@Suite("Converting Foundation types")
struct FoundationTests {
  @Test("Values from JSONSerialization convert, Boolean values included")
  func reading() throws {
    let text = """
      {"t":true,"f":false,"i":1,"d":1.5,"n":null,"s":"x","a":[0,1,[]],"u":18446744073709551615}
      """
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let value = try #require(JSONValue(foundationObject: object))
    #expect(value == (try JSONValue(parsing: text)))
    #expect(value.object?.keys == ["a", "d", "f", "i", "n", "s", "t", "u"])
  }

  @Test("JSONSerialization writes what a value converts to")
  func writing() throws {
    var random = RandomJSON(seed: 14)
    for _ in 0..<100 {
      let value: JSONValue = ["v": random.value().bounded]
      let object = try #require(value.foundationObject)
      let data = try JSONSerialization.data(withJSONObject: object)
      let written = try JSONValue(parsing: data)
      #expect(JSONValue(foundationObject: object).map { isClose($0, value) } == true)
      #expect(isClose(written, value))
    }
  }

  @Test("Swift's own types may be mixed in, and other types are rejected")
  func mixed() {
    let object: [String: Any] = [
      "b": true, "i": 7, "u": UInt8(1), "d": 2.0, "f": Float(0.1), "s": "x",
      "list": [1, "a", nil as Int? as Any],
    ]
    #expect(
      JSONValue(foundationObject: object)
        == ["b": true, "i": 7, "u": 1, "d": 2, "f": 0.1, "s": "x", "list": [1, "a", nil]])
    #expect(JSONValue(foundationObject: nil) == .null)
    #expect(JSONValue.null.foundationObject == nil)
    #expect(JSONValue(foundationObject: Data()) == nil)
    #expect(JSONValue(foundationObject: ["a": Double.nan]) == nil)
  }

  @Test("Data is parsed, and URLs, dates and decimals convert")
  func types() throws {
    #expect(try JSONValue(parsing: Data("[1]".utf8)) == [1])
    let url = try #require(URL(string: "https://example.com/a?b=c"))
    #expect(JSONValue(url) == "https://example.com/a?b=c")
    #expect(JSONValue(url).url == url)
    #expect((7 as JSONValue).url == nil)
    let date = Date(timeIntervalSince1970: 1_800_000_000)
    #expect(JSONValue(date) == "2027-01-15T08:00:00Z")
    for text in ["2027-01-15T08:00:00Z", "2027-01-15T08:00:00.000Z", "2027-01-15T09:00:00+01:00"] {
      #expect(JSONValue(text).date == date, "\(text)")
    }
    for text in ["2027-01-15T08:00:00", "2027-01-15 08:00:00.000000Z", "2027-01-15T03:00:00-0500"] {
      #expect(JSONValue(text).date == date, "\(text)")
    }
    for seconds in [-1_000_000_000.0, -0.5, 951_782_400, 1_709_164_800.25] {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(JSONValue(date).date == date, "\(seconds)")
    }
    for text in ["yesterday", "2027-02-29T08:00:00Z", "2027-13-01T08:00:00Z", "2027-01-15"] {
      #expect(JSONValue(text).date == nil, "\(text)")
    }
    let decimal = try #require(Decimal(string: "0.12345678901234567890123"))
    #expect(JSONValue(decimal).number?.text == "0.12345678901234567890123")
    #expect(JSONValue(Decimal.nan) == .null)
  }

  /// `JSONSerialization` rounds numbers to doubles.
  private func isClose(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)):
      left == right || abs(left.double - right.double) <= abs(right.double) * 1e-15
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { isClose($0, $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { key, value in right[key].map { isClose(value, $0) } ?? false }
    default: left == right
    }
  }
}
