import Foundation
import ModelCore

/// PyPI's generator of Python classes, on the input schemas of the same model files.
enum DataModelCodeGenerator {
  /// Returns the reason it can't be run, or `nil` if it can.
  static func obstacle(in folder: TemporaryFolder) -> String? {
    do {
      _ = try ChildProgram.run(words + ["--version"], in: folder.path)
      return nil
    } catch {
      return "\(Peers.python) has no module datamodel_code_generator "
        + "(PyPI: datamodel-code-generator)"
    }
  }

  /// Writes the schemas as it reads them, below `folder/plain`.
  static func writeSchemas(in folder: TemporaryFolder) throws {
    let base = folder.path + "/schemas"
    let names = try FileManager.default.subpathsOfDirectory(atPath: base)
      .filter { $0.hasSuffix(".json") }.sorted()
    for (index, name) in names.enumerated() {
      let text = try String(contentsOfFile: base + "/" + name, encoding: .utf8)
      try folder.write("plain/model\(index).json", try PlainSchema.input(ofModelFile: text))
    }
  }

  static func run(in folder: TemporaryFolder) throws -> ChildProgram.Cost {
    folder.remove("python")
    return try ChildProgram.run(
      words + [
        "--input", "plain", "--input-file-type", "jsonschema", "--output", "python",
        "--output-model-type", "pydantic_v2.BaseModel", "--disable-timestamp",
      ], in: folder.path)
  }

  private static var words: [String] {
    ["/usr/bin/env", Peers.python, "-m", "datamodel_code_generator"]
  }
}

/// Schemas as validators of other ecosystems take them.
enum PlainSchema {
  /// The input schema of a model file. The type `float`, which JSON Schema doesn't know, is spelled
  /// `number`.
  static func input(ofModelFile text: String) throws -> String {
    let plain = text.replacingOccurrences(of: #""type": "float""#, with: #""type": "number""#)
    let root = try JSONValue(parsing: Array(plain.utf8))
    return (root["input"] ?? root).description
  }
}
