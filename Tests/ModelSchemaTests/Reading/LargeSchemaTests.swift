import ModelCore
import ModelSchema
import Testing

@Suite("Large schemas")
struct LargeSchemaTests {
  @Test(
    "More than 1,000 properties are reported, since they compile slowly", arguments: [1_000, 1_001])
  func properties(count: Int) throws {
    let list = (0..<count).map { "\"p\($0)\": {\"type\": \"string\"}" }.joined(separator: ",")
    let messages = try messages(properties: list)
    #expect(messages.contains { $0.contains("properties take the compiler") } == (count > 1_000))
  }

  @Test(
    "More than 5,000 values are reported, since they compile slowly", arguments: [5_000, 5_001])
  func values(count: Int) throws {
    let list = (0..<count).map { "\"v\($0)\"" }.joined(separator: ",")
    let messages = try messages(properties: "\"v\": {\"type\": \"string\", \"enum\": [\(list)]}")
    #expect(messages.contains { $0.contains("values take the compiler") } == (count > 5_000))
  }

  private func messages(properties: String) throws -> [String] {
    let text = """
      {"model_id": "vendor/model", "input": {"type": "object", "properties": {\(properties)}}}
      """
    let file = ModelFile(path: "test.json", relativePath: nil, bytes: Array(text.utf8))
    return ModelReader.read(file).diagnostics.map(\.message)
  }
}
