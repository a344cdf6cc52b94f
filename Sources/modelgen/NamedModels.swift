import JSONTree
import ModelSchema
import SwiftBindings
import SchemaRules
import ToolSupport

/// The models of a folder with their Swift names, for the commands that show them.
struct NamedModels {
  let models: ModelSet
  let paths: TypePaths
  let overrides: NameOverrides
  /// Whether every file, the configuration included, could be used.
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

  /// A model by its id or by the path of its file.
  func entry(of model: String) -> ModelSet.Entry? {
    models.entries.first { $0.opened.id.isSameOnWire(as: model) }
      ?? models.entries.first {
        $0.file.path == model || model.hasSuffix(".json") && Files.isSameFile($0.file.path, model)
      }
  }

  /// Why there is no entry of a model, and which the user may have meant.
  func failure(toFind model: String) -> CommandFailure {
    if models.brokenIDs.contains(where: { $0.isSameOnWire(as: model) }) {
      return CommandFailure(.badInput, "the file of \"\(model)\" can't be read as a model")
    }
    let near = nearest(to: model)
    return CommandFailure(
      .inputMissing,
      "there is no model \"\(model)\""
        + (near.isEmpty
          ? "; `modelgen models` lists them" : "; the nearest are \(near.joined(separator: ", "))"))
  }

  /// A slip of the pen first, then the ids that share the most words.
  private func nearest(to model: String) -> [String] {
    let slip = Spelling.nearest(to: model, among: models.ids)
    let related = models.ids.filter { $0 != slip }
      .map { (id: $0, shared: NamedModels.sharedWords(model, $0)) }
      .filter { $0.shared > 0 }
      .sorted { $0.shared == $1.shared ? WireName($0.id) < WireName($1.id) : $0.shared > $1.shared }
    return Array(((slip.map { [$0] } ?? []) + related.map(\.id)).prefix(3))
  }

  private static func sharedWords(_ left: String, _ right: String) -> Int {
    let words = Set(right.lowercased().split { "/-._ ".contains($0) })
    return left.lowercased().split { "/-._ ".contains($0) }.filter(words.contains).count
  }
}
