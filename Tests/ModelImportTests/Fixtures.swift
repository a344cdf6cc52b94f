import ModelCore
import ModelSchema
import ToolSupport

@testable import ModelImport

enum Fixtures {
  static func node(_ text: String) throws -> JSONNode { try JSONDocument(parsing: text).root }

  static func source(_ text: String, _ path: String = "page.txt") -> ImportSource {
    ImportSource(path: path, bytes: Array(text.utf8))
  }

  static func read(_ texts: String...) -> ImportResult {
    ModelImporter.read(
      texts.enumerated().map { source($1, "\($0 + 1).txt") }, retrieved: "2026-11-20")
  }

  /// A schema with what importing could spoil: order, odd keys, spellings, markup in texts.
  static let oddSchema = #"""
    {
      "type": "object",
      "title": "Input",
      "required": ["prompt", "width×height"],
      "properties": {
        "zeta": {"type": "float", "minimum": 0.10, "maximum": 1e0, "default": 0.50},
        "width×height": {"type": "string", "enum": ["2048x2048 (1:1)", "1:1 & <b>more</b>"]},
        "prompt": {
          "type": "string",
          "description": "A \"quoted\" <sks> text, it's ≤ 800; use </pre> or &quot; at will.",
          "default": "line one\nline two \\ {not: json} [x]  two blanks"
        },
        "seed": {"type": "integer", "maximum": 4294967295, "default": -1}
      }
    }
    """#

  static let output =
    #"{"type": "object", "properties": {"image": {"type": "string", "format": "uri"}}}"#

  static func page(_ id: String = "acme/sea-glass/edit") throws -> PageContent {
    PageContent(
      id: id, example: try node(#"{"prompt": "A {quiet} \"bay\"", "n": 1.0}"#),
      input: try node(oddSchema), output: try node(output))
  }

  /// The model files of the repository itself.
  static var repositoryModels: [ModelFile] { models(in: root + "/schemas") }

  /// The model files of another folder, where an environment variable names one.
  static var corpusModels: [ModelFile] {
    environment("MODELGEN_CORPUS").map(models(in:)) ?? []
  }

  static var root: String {
    var path = #filePath
    for _ in 0..<3 { path = Paths.parent(of: path) }
    return path
  }

  private static func models(in folder: String) -> [ModelFile] {
    let names = (try? Files.list(folder)) ?? []
    return names.compactMap { name in
      let last = name.split(separator: "/").last.map(String.init) ?? name
      guard ModelFile.isModelFile(named: last), let bytes = try? Files.read(folder + "/" + name)
      else { return nil }
      return ModelFile(path: folder + "/" + name, relativePath: name, bytes: bytes)
    }
  }
}

extension ImportResult {
  /// A Boolean value that indicates whether something could not be imported.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
