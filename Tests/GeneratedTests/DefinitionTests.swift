import ModelRuntime
import Testing

/// Types that stand for a definition of the schema, wherever it refers to them.
@Suite("Definitions")
struct DefinitionTests {
  @Test("A definition is one type in all places that refer to it")
  func oneType() {
    let layer = Kinds.Shared.Layer(name: "sky", mode: .multiply, size: .init(width: 3))
    let request = Kinds.Shared(
      main: layer, mask: layer, layers: [layer, layer], wrapped: layer, maybe: layer)
    #expect(request.mask == request.layers?.last)
    #expect(request.json["wrapped"] == layer.json)
  }

  @Test("A type that contains itself is read, changed, checked and written")
  func recursion() throws {
    let body: JSONValue = [
      "main": ["name": "a"],
      "tree": ["label": "root", "children": [["label": "leaf", "children": []], [:]]],
      "chain": ["id": 1, "next": ["id": 2, "next": ["id": 3]]],
      "again": ["main": ["name": "b"], "chain": ["id": 4]],
    ]
    var request = try Kinds.Shared(json: body)
    #expect(request.json == body)
    let copy = request
    request.chain?.next?.next?.id = -1
    request.tree?.children?[0].children?.append(.init(label: "new"))
    #expect(copy.json == body)
    #expect(request.validationIssues().map(\.path.pointer) == ["/chain/next/next/id"])
    #expect(request.json["tree"]?["children"]?[0]?["children"]?[0]?["label"] == "new")
  }

  @Test("The rules of a definition are checked in each place")
  func rules() {
    let layer = Kinds.Shared.Layer(name: "", size: .init(width: 0))
    let request = Kinds.Shared(main: layer, layers: [layer])
    #expect(
      request.validationIssues().map(\.path.pointer) == [
        "/main/name", "/main/size/width", "/layers/0/name", "/layers/0/size/width",
      ])
  }

  @Test("A reference with rules of its own has a type of its own")
  func ownRules() {
    let request = Kinds.Shared(
      main: .init(name: "a"), strict: .init(name: "b", size: .init(width: 1)))
    #expect(request.strict?.size.width == 1)
  }

  @Test("A definition in an output that contains itself is read")
  func output() {
    let output = Kinds.Shared.Output(json: [
      "first": ["url": "a", "parts": [["url": "b"]]], "others": [["url": "c"]],
    ])
    #expect(output.first?.parts?.first?.url == "b")
    #expect(output.others?.map(\.url) == ["c"])
  }
}
