import ModelCore
import Testing

@Suite("Subscripts of JSON values")
struct AccessTests {
  @Test("Keys and indices can be chained")
  func reading() {
    let value: JSONValue = ["images": [["url": "x"], 7], "camera": ["pan": 0.5]]
    #expect(value["images"]?[0]?["url"]?.string == "x")
    #expect(value["images"]?[1]?.int == 7)
    #expect(value["images"]?[2] == nil && value["images"]?[-1] == nil)
    #expect(value["camera"]?[0] == nil && value["images"]?["url"] == nil)
    #expect(!value.isNull && JSONValue.null.isNull)
  }

  @Test("Assigning to a key sets, adds or removes it")
  func keys() {
    var value: JSONValue = ["camera": ["pan": 0.5], "seed": 1]
    value["camera"]?["pan"] = 3
    value["camera"]?["tilt"] = .null
    value["seed"] = nil
    value["count"] = 2
    #expect(value.description == #"{"camera":{"pan":3,"tilt":null},"count":2}"#)
    value["missing"]?["pan"] = 1
    #expect(value["missing"] == nil)
  }

  @Test("Assigning to a key turns null into an object and leaves other values alone")
  func keysOfOtherKinds() {
    var value = JSONValue.null
    value["a"] = nil
    #expect(value == .null)
    value["a"] = 1
    #expect(value == ["a": 1])
    for other: JSONValue in [true, 1, "x", [1]] {
      var changed = other
      changed["a"] = 1
      #expect(changed == other)
    }
  }

  @Test("Assigning to an index replaces, appends or removes an item")
  func indices() {
    var value: JSONValue = ["images": ["a", "b"]]
    value["images"]?[0] = "c"
    value["images"]?[2] = "d"
    value["images"]?[9] = "e"
    value["images"]?[-1] = "e"
    #expect(value == ["images": ["c", "b", "d"]])
    value["images"]?[1] = nil
    value["images"]?[2] = nil
    #expect(value == ["images": ["c", "d"]])
    value[0] = 1
    #expect(value["images"]?.array?.count == 2)
  }
}
