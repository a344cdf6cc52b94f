import ModelCore
import ModelDiff
import ModelGenerator
import ModelSchema
import ToolSupport

/// A schemas folder on one side of a comparison.
struct ComparedFolder {
  private let catalog: NamedModels
  private let entries: [WireName: ModelSet.Entry]
  private let console: Console
  /// A Boolean value that indicates whether all files could be used.
  private(set) var isSound: Bool

  init(_ path: String, console: Console) throws {
    catalog = try NamedModels(path, console: console)
    entries = Dictionary(catalog.models.entries.map { (WireName($0.opened.id), $0) }) { $1 }
    isSound = catalog.isSound
    self.console = console
  }

  /// The models that another state doesn't have as they are here. Those that can't be read, or are
  /// the same on both sides, are nil: they are neither new nor gone.
  mutating func models(besides other: ComparedFolder) -> [WireName: NamedModel?] {
    var models: [WireName: NamedModel?] = [:]
    for id in catalog.models.brokenIDs { models[WireName(id)] = .some(nil) }
    for (id, entry) in entries {
      let twin = other.entries[id]
      if let twin, isSame(entry, as: twin, in: other) {
        models[id] = .some(nil)
      } else {
        models[id] = .some(named(entry))
      }
    }
    return models
  }

  /// The access level of the bindings.
  var access: AccessLevel { catalog.access ?? .public }

  /// The types of known values of all models of some vendors.
  func sharedTypes(ofVendors vendors: Set<WireName>) -> SharedTypes {
    let models = entries.values
      .filter { vendors.contains(WireName(ModelIDParts.vendor(of: $0.opened.id))) }
      .compactMap { entry -> (model: Model, path: TypePath)? in
        guard let model = entry.interpret().model, let path = catalog.paths[model.id] else {
          return nil
        }
        return (model, path)
      }
    return SharedTypes(models, overrides: catalog.overrides)
  }

  /// Most models of two states are the same to the byte, and need no reading.
  private func isSame(
    _ entry: ModelSet.Entry, as twin: ModelSet.Entry, in other: ComparedFolder
  ) -> Bool {
    let id = entry.opened.id
    return entry.file.bytes == twin.file.bytes
      && entry.file.correction?.bytes == twin.file.correction?.bytes
      && catalog.paths[id] == other.catalog.paths[id]
      && catalog.overrides.description(of: id) == other.catalog.overrides.description(of: id)
  }

  private mutating func named(_ entry: ModelSet.Entry) -> NamedModel? {
    let reading = entry.interpret()
    guard let model = reading.model, let path = catalog.paths[model.id] else {
      console.report(reading.diagnostics.filter { $0.severity == .error })
      isSound = false
      return nil
    }
    return NamedModel(model, path: path, overrides: catalog.overrides)
  }
}
