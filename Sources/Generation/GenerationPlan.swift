package import ModelFiles
package import ModelSchema
package import SwiftBindings
package import ToolSupport

/// What has to change in the output folder for it to be what the model files say.
///
/// A file whose head tells that it was made from the same input by the same tool, and whose text
/// is as it was written, isn't rendered again.
package struct GenerationPlan {
  package private(set) var changes: [FileChange] = []
  /// What is wrong with the model files, and what is doubtful about those that are made anew.
  package private(set) var diagnostics: [Diagnostic]
  package private(set) var hasBrokenModels: Bool
  /// Files that stand in the way and are not the generator's, as paths.
  package private(set) var obstacles: [String] = []

  /// Files below the output folder that stand there when all is done.
  private var standing: Set<String>
  private let output: OutputFolder
  private let options: BindingsOptions
  private let places: ChosenPlaces?
  private let toolTime = Files.programTime

  /// - Parameter places: Where the files go; nil where their types' names say it.
  package init(
    _ models: ModelSet, _ output: OutputFolder, _ options: BindingsOptions,
    places: ChosenPlaces? = nil
  ) throws(CommandFailure) {
    self.output = output
    self.options = options
    self.places = places
    diagnostics = models.diagnostics
    hasBrokenModels = models.hasBrokenFiles
    let existing = try output.swiftFiles()
    let staying = try StayingBindings(of: models, among: existing, in: output)
    standing = staying.files
    let generator = BindingsGenerator(ids: models.ids + staying.ids, options: options)
    var candidates: [Candidate] = []
    for entry in models.entries {
      let id = entry.opened.id
      let path = places.map { $0[entry.source] } ?? generator.filePath(of: id)
      guard let path else { continue }
      candidates.append(try candidate(entry, at: path, generator))
    }
    let sharing = generator.sharing(candidates.map { ($0.entry.opened.id, $0.types) })
    let namespaces = namespaces(candidates, staying, generator)
    for candidate in candidates { plan(candidate, generator, sharing, namespaces) }
    if let places {
      try plan(places, generator)
    } else {
      try planOthers(of: namespaces, generator)
    }
    try planDeletions(existing)
  }

  /// The modules that the bindings are spread over, in order; none for a single module.
  package var modules: [String] {
    options.isSingleModule
      ? [] : Set(standing.map(GenerationPlan.folder)).subtracting([""]).sorted()
  }

  /// A model beside the file that it goes to.
  private struct Candidate {
    let entry: ModelSet.Entry
    let path: String
    let present: OutputFolder.Present
    let fingerprint: String
    /// Nil where the file already says what the model file says.
    let reading: ModelReading?
    let types: [ValueType]

    var isUsable: Bool { reading.map { $0.model != nil } ?? true }
  }

  private func candidate(
    _ entry: ModelSet.Entry, at path: String, _ generator: BindingsGenerator
  ) throws(CommandFailure) -> Candidate {
    let present = try output.present(path)
    let fingerprint = fingerprint(of: entry, generator)
    if case .own(let bytes, let header) = present, header.source == entry.source,
      isNewerThanTool(path),
      EmittedText.isIntact(bytes, fingerprint: fingerprint, toolVersion: options.toolVersion)
    {
      return Candidate(
        entry: entry, path: path, present: present, fingerprint: fingerprint, reading: nil,
        types: BindingsGenerator.valueTypes(inFile: bytes))
    }
    let reading = entry.interpret()
    return Candidate(
      entry: entry, path: path, present: present, fingerprint: fingerprint, reading: reading,
      types: reading.model.map { generator.valueTypes(of: $0) } ?? [])
  }

  private mutating func plan(
    _ candidate: Candidate, _ generator: BindingsGenerator, _ sharing: ValueSharing,
    _ namespaces: NamespaceHomes
  ) {
    let entry = candidate.entry
    if candidate.reading == nil, case .own(let bytes, _) = candidate.present,
      sharing.isUnchanged(entry.opened.id, inFile: bytes),
      namespaces.isUnchanged(entry.opened.id, inFile: bytes)
    {
      standing.insert(candidate.path)
      return
    }
    let reading = candidate.reading ?? entry.interpret()
    guard let model = reading.model,
      let file = generator.render(
        .init(model: model, source: entry.source, fingerprint: candidate.fingerprint),
        sharing: sharing, namespaces: namespaces)
    else {
      hasBrokenModels = true
      diagnostics += reading.diagnostics
      if case .own = candidate.present { standing.insert(candidate.path) }
      return
    }
    let placed = EmittedFile(path: candidate.path, text: file.text)
    if plan(placed, replacing: candidate.present) { diagnostics += reading.diagnostics }
  }

  /// Who declares which namespace: nothing can be added to files that stay as they are.
  private func namespaces(
    _ candidates: [Candidate], _ staying: StayingBindings, _ generator: BindingsGenerator
  ) -> NamespaceHomes {
    let usable = candidates.filter(\.isUsable).map(\.entry.opened.id)
    var files = staying.contents
    var ids = staying.ids
    for candidate in candidates where !candidate.isUsable {
      guard case .own(let bytes, _) = candidate.present else { continue }
      files.append((candidate.path, bytes))
      ids.append(candidate.entry.opened.id)
    }
    return generator.namespaces(of: usable, staying: ids, files: files)
  }

  private mutating func planOthers(
    of namespaces: NamespaceHomes, _ generator: BindingsGenerator
  ) throws(CommandFailure) {
    for file in generator.renderOthers(namespaces) {
      plan(file, replacing: try output.present(file.path))
    }
  }

  /// Every file that was promised has to be there, even if nothing can be in it.
  private mutating func plan(
    _ places: ChosenPlaces, _ generator: BindingsGenerator
  ) throws(CommandFailure) {
    for (source, path) in places.all where !standing.contains(path) {
      plan(generator.renderNothing(to: path, from: source), replacing: try output.present(path))
    }
  }

  private func isNewerThanTool(_ path: String) -> Bool {
    guard let toolTime, let time = Files.modificationTime(output.full(path)) else {
      return false
    }
    return time > toolTime
  }

  /// - Returns: Whether there is anything to change.
  @discardableResult
  private mutating func plan(_ file: EmittedFile, replacing present: OutputFolder.Present) -> Bool {
    standing.insert(file.path)
    let bytes = Array(file.text.utf8)
    let path = output.full(file.path)
    switch present {
    case .nothing: changes.append(FileChange(path: path, kind: .create(bytes)))
    case .foreign where places == nil: obstacles.append(path)
    case .foreign: changes.append(FileChange(path: path, kind: .replace(bytes)))
    case .own(let old, _) where old == bytes: return false
    case .own: changes.append(FileChange(path: path, kind: .replace(bytes)))
    }
    return true
  }

  /// Files of models that are no more go. Links stay, since the generator makes none, and so does a
  /// file that is another one under a name of other case.
  private mutating func planDeletions(_ existing: [String]) throws(CommandFailure) {
    let leftovers = existing.filter { !standing.contains($0) }
    guard !leftovers.isEmpty else { return }
    let folded = Dictionary(grouping: standing) { $0.lowercased() }
    for leftover in leftovers {
      let path = output.full(leftover)
      guard Files.kind(path) == .file, case .own = try output.present(leftover) else { continue }
      let twins = folded[leftover.lowercased()] ?? []
      if twins.contains(where: { Files.isSameFile(path, output.full($0)) }) { continue }
      let folder = GenerationPlan.folder(leftover)
      changes.append(
        FileChange(
          path: path, kind: .delete(emptyFolder: folder.isEmpty ? nil : output.full(folder))))
    }
  }

  private static func folder(_ path: String) -> String { Paths.parent(of: path) }

  /// Everything that the text of a model's file depends on.
  private func fingerprint(of entry: ModelSet.Entry, _ generator: BindingsGenerator) -> String {
    var digest = Fingerprint(of: entry.file.bytes)
    if let correction = entry.file.correction { digest.combine(correction.bytes) }
    digest.combine(entry.source)
    digest.combine(options.access.rawValue)
    digest.combine(generator.typePath(of: entry.opened.id)?.dotted ?? "")
    digest.combine(options.overrides.description(of: entry.opened.id))
    return digest.hex
  }
}
