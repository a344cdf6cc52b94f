package import ModelCore
package import ModelSchema

/// The models of a folder: opened, their ids known to be apart, interpreted on demand.
package struct ModelSet: Sendable {
  /// A model that can be worked with.
  package struct Entry: Sendable {
    package let opened: OpenedModelFile
    package let file: ModelFile
    /// The findings of opening the file.
    let findings: [Diagnostic]

    package var source: String { file.relativePath ?? file.path }

    /// Interprets the model and returns it with all findings about its file.
    package func interpret() -> ModelReading {
      var reading = ModelReader.interpret(opened)
      reading.diagnostics = findings + reading.diagnostics
      return reading
    }
  }

  /// In the order of their files.
  package private(set) var entries: [Entry] = []
  /// The problems of the files that aren't entries.
  package private(set) var diagnostics: [Diagnostic]
  /// Files, below the schemas folder, that hold no usable model.
  package private(set) var brokenSources: [String] = []
  /// The ids that those files stand for, as far as anyone can tell.
  package private(set) var brokenIDs: [String] = []

  private let hasStrayCorrections: Bool

  package init(_ folder: SchemasFolder) {
    diagnostics = folder.diagnostics
    hasStrayCorrections = folder.hasStrayCorrections
    var opened: [Entry] = []
    for file in folder.unreadable { setAside(file, id: file.pathID) }
    let files = folder.files.concurrentMap { file in (file, ModelReader.open(file)) }
    for (file, (model, findings)) in files {
      if let model {
        opened.append(Entry(opened: model, file: file, findings: findings))
      } else {
        diagnostics += findings
        setAside(file, id: file.pathID)
      }
    }
    let byID = Dictionary(grouping: opened) { WireName($0.opened.id) }
    for entry in opened {
      let twins = byID[WireName(entry.opened.id)] ?? []
      if twins.count == 1 {
        entries.append(entry)
      } else {
        diagnostics += entry.findings
        reportTwin(entry, among: twins)
      }
    }
  }

  /// The ids of the models that can be worked with.
  package var ids: [String] { entries.map(\.opened.id) }

  /// A Boolean value that indicates whether a file in the folder can't be used: a model file, or a
  /// correction without a model file.
  package var hasBrokenFiles: Bool { !brokenSources.isEmpty || hasStrayCorrections }

  /// Some of the models, by id, without their diagnostics.
  package func interpreted(_ ids: some Sequence<WireName>) -> [WireName: Model] {
    let wanted = Set(ids)
    var models: [WireName: Model] = [:]
    for entry in entries where wanted.contains(WireName(entry.opened.id)) {
      models[WireName(entry.opened.id)] = ModelReader.interpret(entry.opened).model
    }
    return models
  }

  private mutating func setAside(_ file: ModelFile, id: String?) {
    brokenSources.append(file.relativePath ?? file.path)
    if let id { brokenIDs.append(id) }
  }

  /// Neither of two models with one id is used: nobody can tell which is meant.
  private mutating func reportTwin(_ entry: Entry, among twins: [Entry]) {
    setAside(entry.file, id: entry.opened.id)
    let others = twins.map(\.file.path).filter { $0 != entry.file.path }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .error, file: entry.file.path, place: entry.opened.idPlace, pointer: "/model_id",
        message: "the id \"\(entry.opened.id)\" stands in \(others) too; neither is used",
        fix: "delete one of the files or give it another id"))
  }
}

extension [Diagnostic] {
  /// File by file, from top to bottom.
  package var inReadingOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
      let (first, second) = (
        a.place ?? SourcePlace(line: 0, column: 0), b.place ?? SourcePlace(line: 0, column: 0)
      )
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}
