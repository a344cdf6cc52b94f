import Foundation
import ModelCore
import ModelRuntime
import Testing

@Suite("JSON values and Codable")
struct CodableTests {
  @Test("Random values survive JSONEncoder and JSONDecoder")
  func json() throws {
    var random = RandomJSON(seed: 11)
    for _ in 0..<400 {
      // Beyond the range of a double, numbers can't go through these coders.
      let value = random.value().bounded
      let data = try JSONEncoder().encode(["value": value])
      let decoded = try JSONDecoder().decode([String: JSONValue].self, from: data)
      #expect(decoded["value"] == value)
    }
  }

  @Test("Values survive a property list, exact numbers included")
  func propertyList() throws {
    let value = try JSONValue(
      parsing: """
        {"b": [true, 1, -0.5, 18446744073709551615, 0.12345678901234567890123, "x", []], "a": {}}
        """)
    let data = try PropertyListEncoder().encode(["value": value])
    let decoded = try PropertyListDecoder().decode([String: JSONValue].self, from: data)
    #expect(decoded["value"] == value)
  }

  @Test(
    "Numbers keep their exact values",
    arguments: [
      "0", "-1", "1.5", "0.1", "1e3", "1e-7", "9223372036854775807", "-9223372036854775808",
      "9223372036854775808", "18446744073709551615", "18446744073709551616",
      "12345678901234567890123456789", "0.12345678901234567890123", "3.14159265358979323846",
      "1.7976931348623157e308", "5e-324",
    ])
  func numbers(text: String) throws {
    let number = try #require(JSONNumber(text: text))
    let data = try JSONEncoder().encode([number])
    #expect(try JSONDecoder().decode([JSONNumber].self, from: data) == [number])
    #expect(try JSONDecoder().decode([JSONValue].self, from: data) == [.number(number)])
    #expect(try JSONValue(parsing: data) == [.number(number)])
  }

  @Test("Objects and numbers decode as such, and nothing else does")
  func kinds() throws {
    struct Draft: Codable, Equatable {
      var body: JSONObject
      var scale: JSONNumber
      var more: JSONValue?
    }
    let draft = Draft(body: ["prompt": "x", "n": [1, nil]], scale: 0.5, more: nil)
    let data = try JSONEncoder().encode(draft)
    #expect(try JSONDecoder().decode(Draft.self, from: data) == draft)
    for text in ["[1]", "true", "\"x\"", "null"] {
      let data = Data(text.utf8)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONObject.self, from: data) }
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONNumber.self, from: data) }
    }
  }
}

extension JSONValue {
  /// The value with every number replaced that no double represents.
  var bounded: JSONValue {
    switch self {
    case .number(let number): number.double.isFinite && number.double != 0 ? self : 0
    case .array(let items): .array(items.map(\.bounded))
    case .object(let object): .object(object.mapValues(\.bounded))
    default: self
    }
  }
}
