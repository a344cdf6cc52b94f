import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

@Suite("Merging sources")
struct MergeTests {
  private func file(_ schema: String, title: String = "", _ more: String = "") -> String {
    let title = title.isEmpty ? "" : "\"title\": \"\(title)\", "
    return "{\"model_id\": \"a/b\", \(title)\(more)\"input\": \(schema)}"
  }

  private func schema(_ title: String, _ description: String = "Words.", maximum: Int = 9) -> String
  {
    """
    {"type": "object", "title": "\(title)", "required": ["n", "title"], "properties": {
      "n": {"type": "integer", "maximum": \(maximum), "description": "\(description)"},
      "title": {"type": "string"}}}
    """
  }

  @Test("Schemas that differ in texts are merged, and the best texts are kept")
  func translations() throws {
    let english = file(schema("Input", "The number of images."), title: "The boats of an artist")
    let italian = file(schema("Schema di input", "Il numero di immagini."), title: "Le barche")
    let empty = file(schema("modelApiDoc_navInputSchema", "modelApiDoc_inDescNumber"))
    for texts in [
      [english, italian, empty], [empty, italian, english], [italian, empty, english],
    ] {
      let sources = texts.enumerated().map { Fixtures.source($1, "\($0).json") }
      let result = ModelImporter.read(sources)
      let model = try #require(result.models.first)
      #expect(result.models.count == 1)
      #expect(result.conflicts.isEmpty)
      #expect(model.input["title"]?.string == "Input")
      #expect(model.title == "The boats of an artist")
      #expect(result.diagnostics.map(\.severity) == [.note, .note])
    }
  }

  @Test("Translated text is better than a placeholder")
  func placeholders() throws {
    let result = Fixtures.read(
      file(schema("modelApiDoc_navInputSchema")), file(schema("Schema di input")))
    #expect(result.models.first?.input["title"]?.string == "Schema di input")
    #expect(result.diagnostics.first?.message.contains("placeholders") == true)
    #expect(result.diagnostics.first?.file == "1.txt")
  }

  @Test("Another order of keys and missing titles don't matter")
  func order() throws {
    let catalogue = """
      {"model_id": "a/b", "input_schema": {"properties": {"title": {"type": "string"},
        "n": {"description": "Words.", "maximum": 9.0, "type": "integer"}},
        "required": ["title", "n"], "type": "object"}}
      """
    let result = Fixtures.read(catalogue, file(schema("Input")))
    #expect(result.conflicts.isEmpty)
    #expect(result.models.first?.input["title"]?.string == "Input")
  }

  @Test("A different bound is a conflict, reported with both positions")
  func conflict() throws {
    let result = Fixtures.read(file(schema("Input")), file(schema("Input", maximum: 10)))
    #expect(result.models.isEmpty)
    let conflict = try #require(result.conflicts.first)
    #expect(conflict.paths == ["1.txt", "2.txt"])
    #expect(conflict.differences == ["/input/properties/n/maximum"])
    let error = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(error.file == "2.txt")
    #expect(error.message.contains("1.txt:1:14"))
  }

  @Test("A property called title isn't documentation")
  func propertyNamedTitle() throws {
    let other = schema("Input").replacing("\"title\": {\"type\": \"string\"}", "\"title\": {}")
    let result = Fixtures.read(file(schema("Input")), file(other))
    #expect(result.conflicts.first?.differences == ["/input/properties/title/type"])
  }

  @Test("Input and output can come from different sources, and both are named")
  func parts() throws {
    let output = ImportSource(path: "x/a__b.output.json", bytes: Array(Fixtures.output.utf8))
    let input = ImportSource(path: "x/a__b.input.json", bytes: Array(schema("Input").utf8))
    let result = ModelImporter.read([output, input], retrieved: "2026-11-20")
    let model = try #require(result.models.first)
    #expect(model.id == "a/b")
    #expect(model.output?["properties"]?["image"] != nil)
    #expect(model.source == "a__b.input.json; a__b.output.json")
    #expect(model.retrieved == "2026-11-20")
  }

  @Test("A model file keeps its source, date and unknown keys")
  func provenance() throws {
    let more = "\"source\": \"the page\", \"retrieved\": \"2025-01-01\", \"notes\": [1.50], "
    let model = try #require(Fixtures.read(file(schema("Input"), more)).models.first)
    #expect(model.source == "the page")
    #expect(model.retrieved == "2025-01-01")
    let written = try JSONDocument(parsing: model.fileBytes).root
    #expect(written.members.map(\.key) == ["model_id", "source", "retrieved", "input", "notes"])
    #expect(written["notes"]?.exactBytes == Array("[1.50]".utf8))
  }

  @Test("A wrapped output is the same as a bare one")
  func wrappedOutput() throws {
    let bare = file(schema("Input"), "\"output\": \(Fixtures.output), ")
    let wrapped = file(schema("Input"), "\"output\": {\"output\": \(Fixtures.output)}, ")
    let result = Fixtures.read(bare, wrapped)
    #expect(result.conflicts.isEmpty)
    #expect(result.models.first?.output?["type"]?.string == "object")
  }
}

extension MergeTests {
  private func file(_ schema: String, _ more: String) -> String {
    file(schema, title: "", more)
  }
}

extension String {
  fileprivate func replacing(_ text: String, _ other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
