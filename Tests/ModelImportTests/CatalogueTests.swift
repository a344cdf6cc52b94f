import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

@Suite("Importing catalogue responses")
struct CatalogueTests {
  private func entry(_ id: String, _ schema: JSONNode, _ more: [(String, JSONValue)] = []) -> String
  {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("display_name")
    writer.value("Name of " + id)
    writer.key("model_id")
    writer.value(id)
    for (key, value) in more {
      writer.key(key)
      writer.value(value)
    }
    writer.key("input_schema")
    writer.value(exactly: schema)
    writer.endObject()
    return writer.text
  }

  private func catalogue(_ entries: [String]) -> String {
    "{\"models\": [\(entries.joined(separator: ","))], \"total\": \(entries.count)}"
  }

  @Test("All models of the repository are imported from one response, with unchanged schemas")
  func repository() throws { try check(Fixtures.repositoryModels) }

  @Test(
    "All models of MODELGEN_CORPUS are imported from one response",
    .enabled(if: environment("MODELGEN_CORPUS") != nil, "set MODELGEN_CORPUS to a folder"))
  func corpus() throws { try check(Fixtures.corpusModels) }

  private func check(_ files: [ModelFile]) throws {
    #expect(!files.isEmpty)
    let roots = try files.map { try JSONDocument(parsing: $0.bytes).root }
    let entries = try roots.map {
      entry(try #require($0["model_id"]?.string), try #require($0["input"]))
    }
    let result = Fixtures.read(catalogue(entries))
    #expect(!result.hasErrors)
    #expect(result.models.map(\.id) == roots.map { $0["model_id"]?.string })
    #expect(result.models.map(\.input.exactBytes) == roots.map { $0["input"]?.exactBytes })
  }

  @Test("A thousand models are imported from one response")
  func thousand() throws {
    let schema = try Fixtures.node(Fixtures.oddSchema)
    let result = Fixtures.read(catalogue((0..<1000).map { entry("acme/model-\($0)", schema) }))
    #expect(result.models.count == 1000)
    #expect(result.models.last?.title == "Name of acme/model-999")
  }

  @Test("A single entry is imported, and keys that aren't kept are reported")
  func single() throws {
    let schema = try Fixtures.node(Fixtures.oddSchema)
    let result = Fixtures.read(entry("a/b", schema, [("base_price_usd", 0.04)]))
    #expect(result.models.map(\.id) == ["a/b"])
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.diagnostics.first?.message.contains("base_price_usd") == true)
  }

  @Test("An entry without a schema is reported, and the others are imported")
  func missingSchema() throws {
    let good = entry("a/good", try Fixtures.node(Fixtures.oddSchema))
    let result = Fixtures.read(
      "{\"models\": [{\"model_id\": \"a/bad\"},\n \(good)], \"total\": 384}")
    #expect(result.models.map(\.id) == ["a/good"])
    let error = try #require(result.diagnostics.first { $0.severity == .error })
    #expect(error.message == "\"a/bad\" has no input schema")
    #expect(error.place == SourcePlace(line: 1, column: 13))
    #expect(result.diagnostics.contains { $0.message == "the response contains 2 of 384 models" })
  }

  @Test("A schema in a string is read")
  func schemaAsText() throws {
    let result = Fixtures.read(
      #"{"model_id": "a/b", "input_schema": "{\"type\": \"object\", \"properties\": {}}"}"#)
    #expect(result.models.first?.input["type"]?.string == "object")
  }

  @Test("An entry with an invalid schema or ID is reported by name")
  func unusable() {
    let result = Fixtures.read(
      """
      {"models": [{"model_id": "../../etc/passwd", "input_schema": {"type": "object"}},
        {"model_id": "a/list", "input_schema": {"type": "array"}},
        {"input_schema": {"type": "object"}}]}
      """)
    #expect(result.models.isEmpty)
    #expect(result.diagnostics.filter { $0.severity == .error }.count == 3)
  }
}
