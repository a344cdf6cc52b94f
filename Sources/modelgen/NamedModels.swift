import Generation
import ModelFiles
import ModelSchema
import SwiftBindings
import ToolSupport

/// The models of a folder with their Swift names, for the commands that show them.
struct NamedModels {
  let models: ModelSet
  let paths: TypePaths
  let overrides: NameOverrides
  /// A Boolean value that indicates whether all files, including the configuration, could be used.
  let isSound: Bool

  /// Reports what is wrong with the folder.
  init(_ schemas: String, console: Console) throws(CommandFailure) {
    let folder = try SchemasFolder(schemas)
    models = ModelSet(folder)
    let (configuration, diagnostics) = try Configuration.load(nil, folder, models)
    console.report(models.diagnostics.filter { $0.severity == .error } + diagnostics)
    overrides = configuration.overrides
    isSound = diagnostics.isEmpty && !models.hasBrokenFiles
    paths = TypePaths(ids: models.ids, overrides: overrides)
  }
}
