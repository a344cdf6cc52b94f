import ModelCore
import ToolSupport

extension EarlierBindings {
  /// Finds the files of an earlier run that belong to models which can't be used at the moment: they
  /// stay until the model files are mended or deleted.
  ///
  /// - Parameter manifest: The bytes of ``BindingsManifest``; `nil` if there is none, as in a folder that an older version wrote.
  init(
    of models: InterpretedModels, _ manifest: [UInt8]?, _ existing: [String],
    in output: OutputFolder, _ options: BindingsOptions
  ) throws(FileError) {
    self.init(unusableIDs: models.unusableIDs)
    guard models.hasBrokenFiles else { return }
    let sources = Set(models.brokenSources.map(WireName.init))
    let ids = Set(models.brokenIDs.map(WireName.init))
    let present = Set(existing.map(WireName.init))
    let remembered = manifest.flatMap { BindingsManifest(parsing: $0) }?.files ?? [:]
    let known = Self.likelyFiles(of: models, options).merging(remembered) { $1 }
    for (path, record) in known where present.contains(WireName(path)) {
      guard try output.present(path).isOwn else { continue }
      files[path] = record
      if sources.contains(WireName(record.source)) || ids.contains(WireName(record.model)) {
        staying[path] = record
      }
    }
  }

  /// The files that the models would have if all of them could be used.
  private static func likelyFiles(
    of models: InterpretedModels, _ options: BindingsOptions
  ) -> [String: FileRecord] {
    let ids = models.inputs.map(\.model.id) + models.brokenIDs
    let types = TypePaths(ids: ids, overrides: options.overrides)
    let paths = BindingsGenerator.filePaths(of: ids, options: options)
    var files: [String: FileRecord] = [:]
    for id in models.brokenIDs {
      guard let path = paths[WireName(id)], let type = types[id] else { continue }
      files[path] = FileRecord(
        source: id + ".json", model: id, type: type.components, namespaces: nil, sharedTypes: [])
    }
    return files
  }
}
