import JSONTree
import ModelSchema

/// The models of a folder: opened, their ids known to be apart, interpreted on demand.
struct ModelSet {
  /// A model that can be worked with.
  struct Entry {
    let opened: OpenedModelFile
    let file: ModelFile
  }

  /// In the order of their files.
  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic]
  /// Files, below the schemas folder, that hold no usable model: what was made of them stays.
  private(set) var brokenSources: Set<String> = []

  init(_ folder: SchemasFolder) {
    diagnostics = folder.diagnostics
    for diagnostic in folder.diagnostics {
      brokenSources.insert(String(diagnostic.file.dropFirst(folder.path.count + 1)))
    }
    var opened: [Entry] = []
    for file in folder.files {
      let (model, found) = ModelReader.open(file)
      diagnostics += found
      if let model {
        opened.append(Entry(opened: model, file: file))
      } else {
        brokenSources.insert(file.relativePath ?? file.path)
      }
    }
    let byID = Dictionary(grouping: opened) { WireName($0.opened.id) }
    for entry in opened {
      let twins = byID[WireName(entry.opened.id)] ?? []
      guard twins.count > 1 else {
        entries.append(entry)
        continue
      }
      reportTwin(entry, among: twins)
    }
  }

  var ids: [String] { entries.map(\.opened.id) }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// What a model means; its diagnostics are kept. Nil where it can't be rendered.
  mutating func interpret(_ entry: Entry) -> Model? {
    let reading = ModelReader.interpret(entry.opened)
    diagnostics += reading.diagnostics
    if reading.model == nil { brokenSources.insert(entry.file.relativePath ?? entry.file.path) }
    return reading.model
  }

  /// Some of the models, by id, without their diagnostics.
  func interpreted(_ ids: some Sequence<String>) -> [String: Model] {
    let wanted = Set(ids)
    var models: [String: Model] = [:]
    for entry in entries where wanted.contains(entry.opened.id) {
      models[entry.opened.id] = ModelReader.interpret(entry.opened).model
    }
    return models
  }

  /// Neither of two models with one id is used: nobody can tell which is meant.
  private mutating func reportTwin(_ entry: Entry, among twins: [Entry]) {
    brokenSources.insert(entry.file.relativePath ?? entry.file.path)
    let others = twins.map(\.file.path).filter { $0 != entry.file.path }.joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .error, file: entry.file.path, place: entry.opened.idPlace, pointer: "/model_id",
        message: "the id \"\(entry.opened.id)\" stands in \(others) too; neither is used",
        fix: "delete one of the files or give it another id"))
  }
}
