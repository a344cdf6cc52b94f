import ModelCore
package import ModelSchema
package import ToolSupport

/// The changes that bring the output folder in line with the model files.
///
/// Every model is generated anew; only files whose bytes differ are changed.
package struct GenerationPlan {
  package private(set) var changes: [FileChange] = []
  /// The errors of all model files, and the warnings of those whose bindings change.
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var hasBrokenModels: Bool
  /// Files that stand in the way and are not the generator's, as paths.
  package private(set) var obstacles: [String] = []

  /// Files below the output folder that stand there when all is done.
  private var standing: Set<String> = []
  private let output: OutputFolder
  private let options: BindingsOptions
  private let places: ChosenPlaces?

  /// - Parameter places: Where the files go; nil where their types' names say it.
  package init(
    _ models: ModelSet, _ output: OutputFolder, _ options: BindingsOptions,
    places: ChosenPlaces? = nil
  ) throws(FileError) {
    self.output = output
    self.options = options
    self.places = places
    let existing = try output.swiftFiles()
    let models = InterpretedModels(models)
    hasBrokenModels = models.hasBrokenFiles
    diagnostics = models.errors
    if let places {
      try plan(models, at: places)
    } else {
      try planAll(models, existing)
    }
    try planDeletions(existing)
  }

  /// The modules that the bindings are spread over, in order; none for a single module.
  package var modules: [String] {
    options.isSingleModule
      ? [] : Set(standing.map { Paths.parent(of: $0) }).subtracting([""]).sorted()
  }

  private mutating func planAll(
    _ models: InterpretedModels, _ existing: [String]
  ) throws(FileError) {
    let manifest = try output.manifest()
    let earlier = try EarlierBindings(
      of: models, manifest, existing, in: output, options)
    let bindings = BindingsGenerator.generate(models.inputs, besides: earlier, options: options)
    var records = bindings.staying
    for file in bindings.files {
      records[file.path] = file.record
      try plan(file, models)
    }
    standing.formUnion(bindings.staying.keys)
    diagnostics += bindings.held.map { held in
      Diagnostic(
        .warning, file: output.full(held.path),
        message: "stays as it is: the bindings of \"\(held.user)\" use its type "
          + "\(held.type.joined(separator: ".")), and they can't be generated again",
        fix: "mend the model file of \"\(held.user)\", or delete it")
    }
    planManifest(BindingsManifest(records), replacing: manifest)
  }

  /// A build expects all files that it was promised, even if nothing can be in one.
  private mutating func plan(
    _ models: InterpretedModels, at places: ChosenPlaces
  ) throws(FileError) {
    let earlier = EarlierBindings(unusableIDs: models.unusableIDs)
    let bindings = BindingsGenerator.generate(models.inputs, besides: earlier, options: options)
    for file in bindings.files {
      guard let record = file.record, let path = places[record.source] else { continue }
      try plan(file.placed(at: path), models)
    }
    for (source, path) in places.all where !standing.contains(path) {
      if try output.present(path).isOwn {
        standing.insert(path)
      } else {
        try plan(BindingsGenerator.emptyFile(at: path, source: source, options: options), models)
      }
    }
  }

  private mutating func plan(
    _ file: EmittedFile, _ models: InterpretedModels
  ) throws(FileError) {
    standing.insert(file.path)
    let bytes = Array(file.text.utf8)
    let path = output.full(file.path)
    switch try output.present(file.path) {
    case .own(let old) where old == bytes: return
    case .nothing: changes.append(FileChange(path: path, kind: .create(bytes)))
    case .foreign where places == nil: obstacles.append(path)
    case .foreign, .own: changes.append(FileChange(path: path, kind: .replace(bytes)))
    }
    diagnostics += file.record.flatMap { models.findings[WireName($0.source)] } ?? []
  }

  private mutating func planManifest(_ manifest: BindingsManifest, replacing old: [UInt8]?) {
    let bytes = manifest.bytes
    guard old != bytes else { return }
    let path = output.full(BindingsManifest.fileName)
    if old == nil, Files.kind(path) != nil { return obstacles.append(path) }
    changes.append(FileChange(path: path, kind: old == nil ? .create(bytes) : .replace(bytes)))
  }

  /// Files of models that are no more go. Links stay, since the generator makes none, and so does a
  /// file that is another one under a name of other case.
  private mutating func planDeletions(_ existing: [String]) throws(FileError) {
    let leftovers = existing.filter { !standing.contains($0) }
    guard !leftovers.isEmpty else { return }
    let folded = Dictionary(grouping: standing) { $0.lowercased() }
    for leftover in leftovers {
      let path = output.full(leftover)
      guard Files.kind(path) == .file, try output.present(leftover).isOwn else { continue }
      let twins = folded[leftover.lowercased()] ?? []
      if twins.contains(where: { Files.isSameFile(path, output.full($0)) }) { continue }
      let folder = Paths.parent(of: leftover)
      changes.append(
        FileChange(
          path: path, kind: .delete(emptyFolder: folder.isEmpty ? nil : output.full(folder))))
    }
  }
}

/// The files that bindings go to where somebody else has named them.
///
/// A build has to know its outputs before anyone has read a model file, so that the plugin names
/// them after the paths of the model files, and promises that all of them will be there.
package struct ChosenPlaces: Sendable {
  /// Model files below their folder, and the files of their bindings below the output folder.
  let all: [(source: String, path: String)]
  private let bySource: [WireName: String]

  package init(_ all: [(source: String, path: String)]) {
    self.all = all
    bySource = Dictionary(all.map { (WireName($0.source), $0.path) }) { first, _ in first }
  }

  subscript(source: String) -> String? { bySource[WireName(source)] }
}
