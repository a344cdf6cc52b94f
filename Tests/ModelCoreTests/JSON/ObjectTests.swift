import ModelCore
import Testing

@Suite("JSON objects")
struct ObjectTests {
  @Test("Setting replaces in place, appends what is new, and nil removes")
  func setting() {
    var object: JSONObject = ["b": 1, "a": 2, "c": 3]
    object["a"] = "two"
    #expect(object.keys == ["b", "a", "c"])
    #expect(object["a"] == "two")
    object["d"] = nil
    object["b"] = nil
    #expect(object.keys == ["a", "c"])
    object["b"] = .null
    #expect(object.keys == ["a", "c", "b"])
    #expect(object["b"] == .null)
    #expect(object["x"] == nil)
    #expect(object.count == 3)
    #expect(!object.isEmpty)
    for key in object.keys { object[key] = nil }
    #expect(object.isEmpty)
    #expect(object == JSONObject())
  }

  @Test("The last of duplicate keys counts, at the position of the first")
  func duplicates() {
    let object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.keys == ["a", "b"])
    #expect(object["a"] == 3)
  }

  @Test("Keys are told apart by their bytes")
  func bytes() {
    var object: JSONObject = ["\u{E9}": 1, "e\u{301}": 2]
    #expect(object.count == 2)
    #expect(object["\u{E9}"] == 1)
    #expect(object["e\u{301}"] == 2)
    object["e\u{301}"] = nil
    #expect(object["\u{E9}"] == 1)
    #expect(object["e\u{301}"] == nil)
  }

  @Test(
    "An object of a document keeps the order, whatever the number of keys", arguments: [3, 200])
  func fromDocument(count: Int) throws {
    let keys = (0..<count).map { "k\($0 * 7 % 100)-\($0)" }
    let text = "{" + keys.map { "\"\($0)\": \"\($0)\"" }.joined(separator: ",") + "}"
    let object = try #require(JSONValue(parsing: Array(text.utf8)).object)
    #expect(object.keys == keys)
    for key in keys { #expect(object[key]?.string == key) }
  }

  @Test("A node of another kind makes an empty object")
  func otherKind() throws {
    #expect(JSONObject(try JSONDocument(parsing: "[1]").root).isEmpty)
  }

  @Test("An object is a collection of its keys and values, in order")
  func iterating() {
    let object: JSONObject = ["b": 1, "a": [2], "c": "x"]
    var pairs: [String] = []
    for (key, value) in object { pairs.append("\(key)=\(value)") }
    #expect(pairs == ["b=1", "a=[2]", "c=\"x\""])
    #expect(object.map(\.key) == object.keys)
    #expect(object.values == [1, [2], "x"])
    #expect(object.first?.key == "b" && object[2].value == "x" && object.count == 3)
    #expect(JSONObject(object.dropFirst()).keys == ["a", "c"])
    #expect(JSONObject(object.reversed()).keys == ["c", "a", "b"])
  }

  @Test("Mapping and filtering keep the order of keys")
  func transforming() {
    let object: JSONObject = ["b": 1, "a": 2, "c": nil]
    #expect(object.mapValues { $0.isNull ? 0 : $0 }.description == #"{"b":1,"a":2,"c":0}"#)
    let present: JSONObject = object.filter { !$0.value.isNull }
    #expect(present.description == #"{"b":1,"a":2}"#)
  }

  @Test("Merging replaces values in place, and adds new keys at the end")
  func merging() {
    var object: JSONObject = ["b": 1, "a": 2]
    let other: JSONObject = ["c": 3, "a": 4, "\u{E9}": 5]
    #expect(object.merging(other).description == #"{"b":1,"a":4,"c":3,"é":5}"#)
    let kept = object.merging(other) { current, _ in current }
    #expect(kept["a"] == 2 && kept.count == 4)
    object.merge(["b": nil])
    #expect(object == ["a": 2, "b": nil])
  }
}
