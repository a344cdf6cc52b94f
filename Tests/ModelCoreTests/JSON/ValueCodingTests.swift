import Foundation
import ModelCore
import ModelRuntime
import Testing

@Suite("Converting Codable types")
struct ValueCodingTests {
  struct Shot: Codable, Equatable {
    enum Mode: String, Codable { case still, pan }
    struct Camera: Codable, Equatable {
      var pan: Double
      var steps: [Int]
      var limits: [String: Float]
    }

    var url: URL
    var taken: Date
    var mask: Data
    var price: Decimal
    var mode: Mode
    var camera: Camera?
    var note: String?
    var large: UInt64
    var extra: JSONValue
    var fields: JSONObject
    var pairs: [[Bool?]]
  }

  static let shot = Shot(
    url: URL(fileURLWithPath: "/a b"), taken: Date(timeIntervalSince1970: 1_800_000_000.25),
    mask: Data([0, 255, 7]), price: Decimal(string: "0.12345678901234567890123") ?? 0, mode: .pan,
    camera: .init(pan: 0.5, steps: [1, 2], limits: ["a": 0.1]), note: nil, large: .max,
    extra: ["z": 1e30, "a": [nil]], fields: ["y": 1, "x": 2], pairs: [[true, nil], []])

  @Test("A value of every supported type survives the round trip")
  func roundTrip() throws {
    let value = try JSONValue(encoding: Self.shot)
    #expect(try value.decode(Shot.self) == Self.shot)
    let parsed = try JSONValue(parsing: value.description)
    #expect(try parsed.decode() as Shot == Self.shot)
  }

  @Test("Keys keep the order in which they are encoded; URLs, dates and data are strings")
  func text() throws {
    struct Item: Encodable {
      var z = URL(string: "https://example.com/a")
      var b = Date(timeIntervalSince1970: 0)
      var a = Data("hi".utf8)
      var none: Int?
      var float: Float = 0.1
    }
    #expect(
      try JSONValue(encoding: Item()).description
        == #"{"z":"https://example.com/a","b":"1970-01-01T00:00:00Z","a":"aGk=","float":0.1}"#)
    #expect(try JSONValue(encoding: [1, 2]) == [1, 2])
    #expect(try JSONValue(encoding: "x") == "x")
    #expect(try JSONValue(encoding: nil as Int?) == .null)
  }

  @Test("Random values decode as themselves, however deep")
  func values() throws {
    var random = RandomJSON(seed: 13)
    for _ in 0..<200 {
      let value = random.value()
      let encoded = try JSONValue(encoding: ["v": [value]])
      #expect(encoded == ["v": [value]])
      let decoded = try encoded.decode([String: [JSONValue]].self)
      #expect(decoded == ["v": [value]])
      #expect(decoded["v"]?[0].description == value.description)
    }
  }

  @Test("Subclasses and nested containers are encoded in place")
  func containers() throws {
    class Base: Codable { var a = 1 }
    final class Derived: Base {
      var b = 2
      enum Key: CodingKey { case b, nested }
      override init() { super.init() }
      required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        b = try container.decode(Int.self, forKey: .b)
        var list = try container.nestedUnkeyedContainer(forKey: .nested)
        #expect(try list.decodeNil() && list.decode(Int.self) == 2 && list.isAtEnd)
        try super.init(from: container.superDecoder())
      }
      override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(b, forKey: .b)
        var list = container.nestedUnkeyedContainer(forKey: .nested)
        try list.encodeNil()
        try list.encode(2)
        try super.encode(to: container.superEncoder())
      }
    }
    let derived = Derived()
    (derived.a, derived.b) = (3, 4)
    let value = try JSONValue(encoding: derived)
    #expect(value.description == #"{"b":4,"nested":[null,2],"super":{"a":3}}"#)
    let decoded = try value.decode(Derived.self)
    #expect(decoded.a == 3 && decoded.b == 4)
  }

  @Test("An error names the path, what was expected and what was found")
  func errors() throws {
    let value: JSONValue = ["camera": ["pan": 1, "steps": [1, "two"], "limits": [:]]]
    do {
      _ = try value["camera"]?.decode(Shot.Camera.self)
      Issue.record("it decoded")
    } catch DecodingError.typeMismatch(let type, let context) {
      #expect("\(type)" == "Int")
      #expect(context.codingPath.map(\.stringValue) == ["steps", "1"])
      #expect(context.debugDescription == #"expected a number, found "two""#)
    }
    #expect(throws: DecodingError.self) { try (1.5 as JSONValue).decode(Int.self) }
    #expect(throws: DecodingError.self) { try (300 as JSONValue).decode(UInt8.self) }
    #expect(throws: DecodingError.self) { try (nil as JSONValue).decode(String.self) }
    #expect(throws: DecodingError.self) { try ([1] as JSONValue).decode([String: Int].self) }
    #expect(throws: DecodingError.self) { try ([:] as JSONValue).decode(Shot.self) }
    #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.nan]) }
    #expect(try (5.0 as JSONValue).decode(Int.self) == 5)
  }
}
