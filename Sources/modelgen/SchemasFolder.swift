import JSONTree
import ModelSchema
import ToolSupport

/// The model files of a folder, read from disk.
struct SchemasFolder {
  let path: String
  let files: [ModelFile]
  /// Files that could not be read, without their bytes, and why.
  let unreadable: [ModelFile]
  let diagnostics: [Diagnostic]

  /// Reads every model file, in the order of their paths.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    let names: [String]
    do {
      names = try Files.list(path, listsFolder: ModelFile.isModelFile)
    } catch {
      throw CommandFailure(
        .inputMissing,
        error.isMissing
          ? "there is no folder \(path); give the folder of the model files with --schemas"
          : error.description)
    }
    var files: [ModelFile] = []
    var unreadable: [ModelFile] = []
    var diagnostics: [Diagnostic] = []
    for name in names where SchemasFolder.isModelFile(name) {
      let filePath = Paths.join(path, name)
      do throws(Refusal) {
        files.append(try ModelFile(reading: filePath, relativePath: name))
      } catch {
        diagnostics.append(error.diagnostic)
        unreadable.append(ModelFile(path: filePath, relativePath: name, bytes: []))
      }
    }
    guard !files.isEmpty || !unreadable.isEmpty else {
      throw CommandFailure(
        .inputMissing,
        "there is no model file in \(path); add one, such as \(path)/vendor/model.json")
    }
    self.files = files
    self.unreadable = unreadable
    self.diagnostics = diagnostics
  }

  private static func isModelFile(_ relativePath: String) -> Bool {
    let name = relativePath.split(separator: "/").last.map(String.init) ?? relativePath
    return ModelFile.isModelFile(named: name)
  }
}

/// A file that can't be used, and why.
struct Refusal: Error {
  let diagnostic: Diagnostic

  init(_ file: String, at place: SourcePlace? = nil, _ message: String) {
    diagnostic = Diagnostic(.error, file: file, place: place, message: message)
  }
}

extension ModelFile {
  /// Reads a file; what can't be read is told as a diagnostic.
  init(reading path: String, relativePath: String?) throws(Refusal) {
    let problem: String
    switch Files.kindBehindLinks(path) {
    case .folder: problem = "this is a folder, not a model file"
    case .other: problem = "this is no regular file"
    case .file, .link, nil:
      do {
        self.init(path: path, relativePath: relativePath, bytes: try Files.read(path))
        return
      } catch {
        problem = error.description
      }
    }
    throw Refusal(path, problem)
  }

  /// A file that somebody named: below the schemas folder its path stands for its id, elsewhere its
  /// name does.
  init(named path: String, schemas: String) throws(Refusal) {
    func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    let (file, folder) = (plain(path), plain(schemas.hasSuffix("/") ? schemas : schemas + "/"))
    let name = file.split(separator: "/").last.map(String.init)
    let relative = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : name
    try self.init(reading: path, relativePath: relative)
  }
}
