import Foundation
import PackagePlugin

/// The one command that makes the bindings of a target.
///
/// One for all model files, since names depend on all of them and starting a process for each would
/// cost more than its work.
struct BindingsBuild {
  private let target: String
  private let files: TargetFiles
  private let tool: URL
  private let workFolder: URL

  init(of target: String, files: TargetFiles, tool: URL, workFolder: URL) {
    self.target = target
    self.files = files
    self.tool = tool
    self.workFolder = workFolder
  }

  func commands() throws -> [Command] {
    guard !files.models.isEmpty else {
      Diagnostics.warning(
        "there is no model file in \(target) yet; add one, such as "
          + files.folder.appendingPathComponent("boat.model.json").path)
      return []
    }
    let output = workFolder.appendingPathComponent("Bindings", isDirectory: true)
    let list = BuildList(
      folder: files.folder.path, output: output.path,
      models: OutputName.names(for: files.models).map { .init(source: $0.source, file: $0.file) })
    let listFile = workFolder.appendingPathComponent("models.json")
    try list.write(to: listFile)
    return [
      .buildCommand(
        displayName: "Generating bindings of the models in \(target)",
        executable: tool, arguments: [listFile.path],
        inputFiles: [listFile]
          + (files.models + files.others).map { files.folder.appendingPathComponent($0) },
        outputFiles: list.models.map { output.appendingPathComponent($0.file) })
    ]
  }
}

/// The files to generate, in the form that the tool reads.
private struct BuildList: Encodable {
  struct Model: Encodable {
    let source: String
    let file: String
  }

  let folder: String
  let output: String
  let models: [Model]

  /// Leaves a file alone that says the same: it is an input of the build.
  func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(self)
    if bytes != (try? Data(contentsOf: file)) { try bytes.write(to: file, options: .atomic) }
  }
}
