import ModelCore
import ModelGenerator
import ModelSchema
import Testing

/// Models made from JSON text, and what is emitted for them.
struct Bindings {
  /// Every file.
  let files: [EmittedFile]

  init(
    _ models: [Model], access: AccessLevel = .public, singleModule: Bool = true,
    overrides: NameOverrides = NameOverrides()
  ) {
    let options = BindingsOptions(
      access: access, isSingleModule: singleModule, overrides: overrides)
    let files = BindingsGenerator.generate(
      models.map { .init($0, source: $0.id + ".json") }, options: options
    ).files
    let byModel = Dictionary(grouping: files) { WireName($0.record?.model ?? "") }
    self.files = models.flatMap { byModel[WireName($0.id)] ?? [] }
  }

  /// The text of the only model's file.
  var text: String { files.first?.text ?? "" }
}

enum Models {
  /// A model of JSON text: its properties, and what else the input holds.
  static func make(
    _ id: String = "vendor/model", properties: String, required: [String] = [],
    input: String = "", file: String = ""
  ) throws -> Model {
    let required = required.map(quoted).joined(separator: ",")
    return try read(
      """
      {"model_id": \(quoted(id)), \(file.isEmpty ? "" : file + ",")
       "input": {"type": "object", \(input.isEmpty ? "" : input + ",")
         "required": [\(required)], "properties": {\(properties)}}}
      """)
  }

  static func read(_ json: String) throws -> Model {
    let reading = ModelReader.read(
      ModelFile(path: "test.json", relativePath: nil, bytes: Array(json.utf8)))
    return try #require(reading.model, "\(reading.diagnostics)")
  }

  /// A JSON string.
  static func quoted(_ text: String) -> String { JSONValue.string(text).description }

  /// Properties of these keys, each of a schema.
  static func properties(_ keys: [String], schema: String = #"{"type": "string"}"#) -> String {
    keys.map { "\(quoted($0)): \(schema)" }.joined(separator: ", ")
  }

  /// An enum of strings.
  static func choice(_ values: [String]) -> String {
    #"{"type": "string", "enum": ["# + values.map(quoted).joined(separator: ",") + "]}"
  }
}
