import JSONTree
import ModelSchema
import ToolSupport

/// The model files of a folder, read from disk.
struct SchemasFolder {
  let path: String
  let files: [ModelFile]
  /// Files that could not be read.
  let diagnostics: [Diagnostic]

  /// Reads every model file, in the order of their paths.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    let names: [String]
    do {
      names = try Files.list(path)
    } catch {
      throw CommandFailure(
        .inputMissing,
        error.isMissing
          ? "there is no folder \(path); give the folder of the model files with --schemas"
          : error.description)
    }
    var files: [ModelFile] = []
    var diagnostics: [Diagnostic] = []
    for name in names where SchemasFolder.isModelFile(name) {
      let filePath = Paths.join(path, name)
      do {
        files.append(
          ModelFile(path: filePath, relativePath: name, bytes: try Files.read(filePath)))
      } catch {
        diagnostics.append(Diagnostic(.error, file: filePath, message: error.description))
      }
    }
    guard !files.isEmpty || !diagnostics.isEmpty else {
      throw CommandFailure(
        .inputMissing,
        "there is no model file in \(path); add one, such as \(path)/vendor/model.json")
    }
    self.files = files
    self.diagnostics = diagnostics
  }

  /// The file of a model, by its id or by the path of a file.
  func file(of model: String) -> ModelFile? {
    files.first { $0.path == model }
      ?? files.first { ModelReader.open($0).opened?.id.isSameOnWire(as: model) ?? false }
  }

  private static func isModelFile(_ relativePath: String) -> Bool {
    let name = relativePath.split(separator: "/").last.map(String.init) ?? relativePath
    return ModelFile.isModelFile(named: name)
  }
}
