import ModelGenerator
import ModelSchema
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
  ) throws -> Found {
    let isLoneFile = LoneModel.isMeant(by: word)
    if isLoneFile, !Files.isFolder(schemas) { return try readFile(word, schemas) }
    let catalog = try NamedModels(schemas, console: console)
    guard let entry = catalog.models.entry(of: word) else {
      if isLoneFile { return try readFile(word, schemas) }
      throw catalog.models.failure(toFind: word)
    }
    let reading = entry.interpret()
    guard let model = reading.model, let path = catalog.paths[model.id] else {
      throw ModelFilesError.unreadable(entry.file.path, reading.diagnostics)
    }
    return Found(model: model, path: path, overrides: catalog.overrides)
  }

  /// A file from elsewhere, which no other model's name matters to.
  private static func readFile(
    _ path: String, _ schemas: String
  ) throws -> Found {
    let model = try LoneModel.read(path, schemas: schemas)
    guard let typePath = TypePaths(ids: [model.id], overrides: NameOverrides())[model.id] else {
      throw CommandFailure(.badInput, "\(path) has an ID that can't become a Swift name")
    }
    return Found(model: model, path: typePath, overrides: NameOverrides())
  }
}

/// The models of a folder with their Swift names, for the commands that show them.
struct NamedModels {
  let models: ModelSet
  let paths: TypePaths
  let overrides: NameOverrides
  /// The access level in the configuration.
  let access: AccessLevel?
  /// A Boolean value that indicates whether all files, including the configuration, could be used.
  let isSound: Bool

  /// Reports what is wrong with the folder.
  init(_ schemas: String, console: Console) throws {
    let folder = try SchemasFolder(schemas)
    models = ModelSet(folder)
    let (configuration, diagnostics) = try Configuration.load(nil, folder, models)
    console.report(models.diagnostics.filter { $0.severity == .error } + diagnostics)
    overrides = configuration.overrides
    access = configuration.access
    isSound = diagnostics.isEmpty && !models.hasBrokenFiles
    paths = TypePaths(ids: models.ids, overrides: overrides)
  }
}
