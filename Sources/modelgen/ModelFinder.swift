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
    let isLoneFile = LoneModel.isMeant(by: word)
    if isLoneFile, !Files.isFolder(schemas) { return try readFile(word, schemas, console) }
    let catalog = try NamedModels(schemas, console: console)
    guard let entry = catalog.models.entry(of: word) else {
      if isLoneFile { return try readFile(word, schemas, console) }
      throw catalog.models.failure(toFind: word)
    }
    let reading = entry.interpret()
    guard let model = reading.model, let path = catalog.paths[model.id] else {
      throw reading.diagnostics.failure(toRead: entry.file.path, console: console)
    }
    return Found(model: model, path: path, overrides: catalog.overrides)
  }

  /// A file from elsewhere, which no other model's name matters to.
  private static func readFile(
    _ path: String, _ schemas: String, _ console: Console
  ) throws(CommandFailure) -> Found {
    let model = try LoneModel.read(path, schemas: schemas, console: console)
    guard let typePath = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id] else {
      throw CommandFailure(.badInput, "\(path) has an ID that can't become a Swift name")
    }
    return Found(model: model, path: typePath, overrides: NameOverrides())
  }
}
