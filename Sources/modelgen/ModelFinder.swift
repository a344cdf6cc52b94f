import ModelFiles
import ModelSchema
import SwiftBindings
import ToolSupport

/// Finds the model that a word of the command line means: an id, or the path of a model file.
enum ModelFinder {
  /// A model with its Swift names.
  struct Found {
    let model: Model
    let path: TypePath
    let overrides: NameOverrides
  }

  static func find(
    _ word: String, schemas: String, console: Console
  ) throws(CommandFailure) -> Found {
    let isLoneFile = word.hasSuffix(".json") && Files.kindBehindLinks(word) == .file
    if isLoneFile, !Files.isFolder(schemas) { return try readFile(word, schemas, console) }
    let catalog = try NamedModels(schemas, console: console)
    guard let entry = catalog.models.entry(of: word) else {
      if isLoneFile { return try readFile(word, schemas, console) }
      throw catalog.models.failure(toFind: word)
    }
    let reading = entry.interpret()
    guard let model = reading.model, let path = catalog.paths[model.id] else {
      throw broken(entry.file.path, reading.diagnostics, console)
    }
    return Found(model: model, path: path, overrides: catalog.overrides)
  }

  /// A file from elsewhere, which no other model's name matters to.
  private static func readFile(
    _ path: String, _ schemas: String, _ console: Console
  ) throws(CommandFailure) -> Found {
    let file: ModelFile
    do throws(Refusal) {
      file = try ModelFile(named: path, schemas: schemas)
    } catch {
      throw broken(path, [error.diagnostic], console)
    }
    let reading = ModelReader.read(file)
    guard let model = reading.model,
      let typePath = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id]
    else { throw broken(path, reading.diagnostics, console) }
    return Found(model: model, path: typePath, overrides: NameOverrides())
  }

  private static func broken(
    _ path: String, _ diagnostics: [Diagnostic], _ console: Console
  ) -> CommandFailure {
    console.report(diagnostics.filter { $0.severity == .error })
    return CommandFailure(.badInput, "\(path) can't be read as a model")
  }
}
