import JSONTree
import ModelSchema
import SwiftBindings
import ToolSupport

/// What has to change in the output folder for it to be what the model files say.
///
/// A file whose head tells that it was made from the same input by the same tool, and whose text
/// is as it was written, isn't rendered again.
struct GenerationPlan {
  private(set) var changes: [FileChange] = []
  let modules: [String]

  private let output: OutputFolder
  private let options: BindingsOptions
  private let toolTime = Files.programTime

  init(
    _ models: inout ModelSet, _ output: OutputFolder, _ options: BindingsOptions
  ) throws(CommandFailure) {
    self.output = output
    self.options = options
    let existing = try output.swiftFiles()
    var kept: Set<String> = []
    let generator = BindingsGenerator(ids: models.ids, options: options)
    modules = generator.modules
    for entry in models.entries {
      guard let path = generator.filePath(of: entry.opened.id) else { continue }
      kept.insert(path)
      let present = try output.bytes(of: path)
      let fingerprint = fingerprint(of: entry, generator)
      if let present, isNewerThanTool(path),
        EmittedText.isIntact(
          present, fingerprint: fingerprint, toolVersion: options.toolVersion)
      {
        continue
      }
      guard let model = models.interpret(entry),
        let file = generator.render(
          .init(
            model: model, source: entry.file.relativePath ?? entry.file.path,
            fingerprint: fingerprint))
      else { continue }
      try plan(file, replacing: present)
    }
    for file in generator.renderNamespaces() {
      kept.insert(file.path)
      try plan(file, replacing: try output.bytes(of: file.path))
    }
    try planDeletions(existing.filter { !kept.contains($0) }, models.brokenSources)
  }

  private func isNewerThanTool(_ path: String) -> Bool {
    guard let toolTime, let time = Files.modificationTime(Paths.join(output.path, path)) else {
      return false
    }
    return time > toolTime
  }

  private mutating func plan(
    _ file: EmittedFile, replacing present: [UInt8]?
  ) throws(CommandFailure) {
    let bytes = Array(file.text.utf8)
    let path = Paths.join(output.path, file.path)
    guard let present else {
      changes.append(FileChange(path: path, kind: .create(bytes)))
      return
    }
    guard present != bytes else { return }
    guard FileHeader(ofFile: present) != nil else {
      throw CommandFailure(
        .cannotWrite,
        "\(path) was not written by modelgen and would be lost; move it away or choose another --output"
      )
    }
    changes.append(FileChange(path: path, kind: .replace(bytes)))
  }

  /// Files of models that are no more go; the file of a model that is broken now stays.
  private mutating func planDeletions(
    _ leftovers: [String], _ brokenSources: Set<String>
  ) throws(CommandFailure) {
    for leftover in leftovers {
      guard let bytes = try output.bytes(of: leftover), let header = FileHeader(ofFile: bytes),
        !brokenSources.contains(header.source)
      else { continue }
      changes.append(FileChange(path: Paths.join(output.path, leftover), kind: .delete))
    }
  }

  /// Everything that the text of a model's file depends on.
  private func fingerprint(of entry: ModelSet.Entry, _ generator: BindingsGenerator) -> String {
    var digest = Fingerprint(of: entry.file.bytes)
    digest.combine(entry.file.relativePath ?? "")
    digest.combine(options.access.rawValue)
    digest.combine(generator.typePath(of: entry.opened.id)?.dotted ?? "")
    digest.combine(options.overrides.description(of: entry.opened.id))
    return digest.hex
  }
}
