import ModelCore
import ModelGenerator
import ModelSchema
import Testing

@Suite("Configured names") struct ChosenNamesTests {
  /// Swift types by id, with these models called as they are.
  private func types(_ ids: [String], _ chosen: [String: String]) -> [String: String] {
    var overrides = NameOverrides()
    for (id, type) in chosen {
      var model = NameOverrides.Model()
      model.type = type
      overrides.models[WireName(id)] = model
    }
    let paths = TypePaths(ids: ids, overrides: overrides)
    return Dictionary(uniqueKeysWithValues: ids.map { ($0, paths[$0]?.dotted ?? "") })
  }

  @Test("A configured path in a family keeps the family's name for its other models")
  func sharedFamily() {
    let types = types(
      ["acme/boat-1/edit", "acme/boat-1/text-to-image", "acme/odd"],
      ["acme/boat-1/edit": "Boat1.Edit", "acme/odd": "Boat1.Odd"])
    #expect(
      types == [
        "acme/boat-1/edit": "Acme.Boat1.Edit", "acme/odd": "Acme.Boat1.Odd",
        "acme/boat-1/text-to-image": "Acme.Boat1.TextToImage",
      ])
  }

  @Test("A configured path keeps its name when a more canonical family is added")
  func canonicalTwin() {
    let ids = ["acme/wan-2-7/edit", "acme/wan-2.7/edit"]
    #expect(types(ids, [:])["acme/wan-2-7/edit"] != "Acme.Wan2_7.Edit")
    let pinned = types(ids, ["acme/wan-2-7/edit": "Wan2_7.Edit"])
    #expect(pinned["acme/wan-2-7/edit"] == "Acme.Wan2_7.Edit")
    #expect(pinned["acme/wan-2.7/edit"]?.hasPrefix("Acme.Wan2_7.Edit_x") == true, "\(pinned)")
  }

  @Test("A configured type may be the namespace of other models")
  func typeAsNamespace() {
    let types = types(
      ["acme/z/turbo", "acme/z/turbo/lora", "acme/z/Turbo"], ["acme/z/turbo": "Z.Turbo"])
    #expect(types["acme/z/turbo"] == "Acme.Z.Turbo")
    #expect(types["acme/z/turbo/lora"] == "Acme.Z.Turbo.Lora")
    #expect(types["acme/z/Turbo"]?.hasPrefix("Acme.Z.Turbo_x") == true)
  }

  @Test("Canonically equivalent keys have their own configured names")
  func equalInSwiftOnly() throws {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let text = """
      {"model_id": "a/b", "input": {"type": "object", "properties": {
        "\(composed)": {"type": "string", "enum": ["\(composed)", "\(decomposed)"]},
        "\(decomposed)": {"type": "string"}}}}
      """
    let file = ModelFile(path: "a/b.json", relativePath: "a/b.json", bytes: Array(text.utf8))
    let model = try #require(ModelReader.read(file).model)
    var chosen = NameOverrides.Model()
    chosen.properties = [WireName(composed): "one", WireName(decomposed): "other"]
    chosen.values = [WireName(composed): [WireName(composed): "x", WireName(decomposed): "y"]]
    var overrides = NameOverrides()
    overrides.models = [WireName("a/b"): chosen]
    let rows = NameTable(of: model, overrides: overrides).rows
    #expect(rows.map(\.identifier) == ["one", "other"])
    #expect(rows[0].values.map(\.member) == ["x", "y"])
  }

  @Test("A configured property name keeps its value type when a similar key is added")
  func valueTypes() throws {
    let text = """
      {"model_id": "a/b", "input": {"type": "object", "properties": {
        "promptStyle": {"type": "string", "enum": ["x"]},
        "prompt_style": {"type": "string", "enum": ["x"]}}}}
      """
    let file = ModelFile(path: "a/b.json", relativePath: "a/b.json", bytes: Array(text.utf8))
    let model = try #require(ModelReader.read(file).model)
    var chosen = NameOverrides.Model()
    chosen.properties = [WireName("promptStyle"): "promptStyle"]
    var overrides = NameOverrides()
    overrides.models = [WireName("a/b"): chosen]
    let rows = NameTable(of: model, overrides: overrides).rows
    #expect(rows[0].identifier == "promptStyle" && rows[0].type == "PromptStyleValue?")
    #expect(rows[1].identifier.hasPrefix("promptStyle_x"))
    #expect(rows[1].type.hasPrefix("PromptStyleValue_x"))
  }
}
