import ModelRuntime
import Testing

@Suite("Typed outputs")
struct OutputTests {
  @Test("Each key is read as the type of its schema")
  func everything() throws {
    let output = Kinds.Everything.Output(
      json: [
        "caption": "A boat", "seed": 42, "score": 1, "safe": true, "status": "done",
        "frames": ["https://example.com/1.png"], "points": [[1, 2], []], "marks": [1, nil, 3],
        "usage": ["seconds": 2.5], "layers": [["name": "sky"], ["name": 5]], "extra": [1],
        "json": "own", "unknown": "kept",
      ])
    #expect(output.caption == "A boat" && output.seed == 42 && output.score == 1)
    #expect(output.safe == true && output.status == .done)
    #expect(output.frames == ["https://example.com/1.png"] && output.points == [[1, 2], []])
    #expect(output.marks == [1, nil, 3] && output.usage?.seconds == 2.5)
    #expect(output.layers?.map(\.name) == ["sky", nil])
    #expect(output.extra == [1] && output.jsonField == "own")
    #expect(output.json["unknown"] == "kept")
  }

  @Test("A missing key, null or a value of another type is nil")
  func tolerant() {
    let outputs: [JSONValue] = [
      [:], nil, [], "text",
      [
        "caption": 5, "seed": "42", "score": "1", "safe": 1, "status": [], "frames": "x",
        "points": [:], "marks": nil, "usage": [], "layers": 3, "json": nil,
      ],
    ]
    for json in outputs {
      let output = Kinds.Everything.Output(json: json)
      #expect(output.caption == nil && output.seed == nil && output.score == nil)
      #expect(output.safe == nil && output.status == nil && output.frames == nil)
      #expect(output.points == nil && output.marks == nil && output.usage == nil)
      #expect(output.layers == nil && output.extra == nil && output.jsonField == nil)
      #expect(output.json == json)
    }
  }

  @Test("Unknown values and invalid items don't hide other items")
  func open() {
    let output = Kinds.Everything.Output(
      json: ["status": "new", "seed": 5.0, "points": [[1, "x"], "y"], "frames": [nil, "z"]])
    #expect(output.status?.rawValue == "new" && output.status?.isKnown == false)
    #expect(output.seed == 5 && output.points == [[1]] && output.frames == ["z"])
    #expect(Kinds.Everything.Output(json: ["seed": 5.5]).seed == nil)
  }

  @Test("An array of strings is read as files, and a number as JSON")
  func bare() {
    let links = Kinds.Links.Output(json: ["https://example.com/a.png"])
    #expect(links.files.map(\.absoluteString) == ["https://example.com/a.png"])
    #expect(Kinds.Number.Output(json: 5).int == 5)
  }
}
