import ModelCore
import ModelSchema

/// Compares an imported model with the file that is there.
struct ModelPlanner {
  private var model: ImportedModel
  private var changes: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ model: ImportedModel) { self.model = model }

  mutating func plan(in folder: inout ExistingModels) -> ImportPlan.Entry {
    reportHiddenText()
    let files = folder.files(of: model.id)
    guard let file = files.first else { return planNew(in: &folder) }
    guard files.count == 1 else {
      let paths = files.map(\.path).joined(separator: " and ")
      return conflict(file.path, "\(paths) both contain this model", fix: "delete one of them")
    }
    merge(file.candidate)
    let status: ImportPlan.Status = changes.isEmpty ? .unchanged : .changed(changes)
    return ImportPlan.Entry(
      id: model.id, path: file.path, status: status,
      bytes: changes.isEmpty ? file.bytes : model.fileBytes)
  }

  private mutating func planNew(in folder: inout ExistingModels) -> ImportPlan.Entry {
    let path = ExistingModels.path(for: model.id)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
    guard ModelFile.isModelFile(named: name), !isHidden else {
      return conflict(
        path, "\(path) wouldn't be read as a model file", fix: "use another name")
    }
    if let owner = folder.owner(of: path) {
      let reason =
        owner.isEmpty
        ? "\(path) exists and isn't a valid model file" : "\(path) contains \"\(owner)\""
      return conflict(path, reason, fix: "move that file away")
    }
    if let twin = folder.twin(of: path) {
      diagnostics.append(
        model.anchor.diagnostic(
          .warning,
          "\(path) differs from \(twin) only in case, which some file systems don't support"))
    }
    if let problem = ExistingModels.problem(of: path) {
      diagnostics.append(model.anchor.diagnostic(.warning, "\(path) \(problem)"))
    }
    folder.claim(path, for: model.id)
    return ImportPlan.Entry(id: model.id, path: path, status: .new, bytes: model.fileBytes)
  }

  /// Names with characters that nobody sees, which the service doesn't know.
  private mutating func reportHiddenText() {
    if let problem = HiddenText.problem(in: model.id) {
      diagnostics.append(
        model.anchor.diagnostic(
          .warning, "the id \(ValueText.quoted(model.id)) \(problem)", fix: HiddenText.advice))
    }
    for finding in HiddenText.findings(in: model.input) {
      diagnostics.append(
        model.anchor.diagnostic(
          .warning, "\(finding.message), in the input of \(ValueText.quoted(model.id))",
          fix: HiddenText.advice))
    }
  }

  private mutating func conflict(
    _ path: String, _ reason: String, fix: String
  ) -> ImportPlan.Entry {
    diagnostics.append(
      model.anchor.diagnostic(.error, "\"\(model.id)\" is not written: \(reason)", fix: fix))
    return ImportPlan.Entry(id: model.id, path: path, status: .conflict(reason), bytes: [])
  }

  /// Takes over from the file what the sources don't say, or say worse.
  private mutating func merge(_ file: Candidate) {
    model.title = text("title", file.title, model.title)
    model.description = text("description", file.description, model.description)
    if let example = model.example ?? file.example {
      model.example = example
      if file.example?.exactBytes != example.exactBytes { changes.append("example") }
    }
    if let input = schema("/input", file.input, model.input) { model.input = input }
    model.output = schema("/output", file.output, model.output)
    model.extras =
      file.extras
      + model.extras.filter { extra in
        !file.extras.contains { $0.hasKey(extra.key) }
      }
  }

  /// A title may have been written by hand, so the file's own stays unless it is worse.
  private mutating func text(_ key: String, _ old: String, _ new: String) -> String {
    guard !new.isEmpty, !new.isSameOnWire(as: old) else { return old }
    let isWorse =
      TextQuality(old) == .placeholder
      || TextQuality(old) == .translated && TextQuality(new) == .english
    guard old.isEmpty || isWorse else {
      diagnostics.append(
        model.anchor.diagnostic(
          .note,
          "the \(key) of \"\(model.id)\" stays as the model file has it; here it is \"\(new)\""))
      return old
    }
    changes.append(key)
    return new
  }

  private mutating func schema(
    _ key: String, _ old: JSONNode?, _ new: JSONNode?
  ) -> JSONNode? {
    guard let new else { return old }
    guard let old else {
      changes.append(key)
      return new
    }
    guard old.exactBytes != new.exactBytes else { return new }
    let differences = SchemaComparison.differences(old, new, limit: 8)
    if differences.isEmpty {
      let (before, after) = (rank(old), rank(new))
      if after < before {
        diagnostics.append(
          model.anchor.diagnostic(
            .note,
            "the \(key.dropFirst()) of \"\(model.id)\" is equivalent to the model file's, whose "
              + "texts are better and are kept"))
        return old
      }
      changes.append("\(key) (texts or order only)")
    } else {
      changes += differences.map { key + $0 }
    }
    return new
  }

  private func rank(_ schema: JSONNode) -> SchemaTexts.Rank {
    SchemaTexts.Rank(schema, isTranslated: false)
  }
}
