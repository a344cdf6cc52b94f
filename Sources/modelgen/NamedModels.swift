import ModelSchema
import SwiftBindings
import ToolSupport

/// The models of a folder with their Swift names, for the commands that show them.
struct NamedModels {
  let models: ModelSet
  let paths: TypePaths
  let overrides: NameOverrides

  init(_ schemas: String, console: Console) throws(CommandFailure) {
    let folder = try SchemasFolder(schemas)
    models = ModelSet(folder)
    for diagnostic in models.diagnostics where diagnostic.severity == .error {
      console.error(diagnostic.description)
    }
    let path = Paths.join(folder.path, "modelgen.json")
    var diagnostics: [Diagnostic] = []
    if let bytes = try? Files.read(path) {
      overrides = Configuration(path: path, bytes: bytes, &diagnostics).overrides
    } else {
      overrides = NameOverrides()
    }
    for diagnostic in diagnostics { console.error(diagnostic.description) }
    paths = TypePaths(ids: models.ids, overrides: overrides)
  }

  /// A model by its id or by the path of its file.
  func entry(of model: String) throws(CommandFailure) -> ModelSet.Entry {
    if let entry = models.entries.first(where: { $0.opened.id == model || $0.file.path == model }) {
      return entry
    }
    let near = models.ids.map { (id: $0, distance: NamedModels.distance(model, $0)) }
      .filter { $0.distance > 0 }.sorted { $0.distance > $1.distance }.prefix(3).map(\.id)
    throw CommandFailure(
      .inputMissing,
      "there is no model \"\(model)\""
        + (near.isEmpty
          ? "; `modelgen models` lists them" : "; the nearest are \(near.joined(separator: ", "))"))
  }

  /// How many words two ids share.
  private static func distance(_ left: String, _ right: String) -> Int {
    let words = Set(right.lowercased().split { "/-._ ".contains($0) })
    return left.lowercased().split { "/-._ ".contains($0) }.filter(words.contains).count
  }
}
