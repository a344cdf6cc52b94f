import ModelSchema

extension CorrectionFile {
  /// The correction of a model file; nil where there is none.
  init?(beside modelFile: String) throws(Refusal) {
    let path = CorrectionFile.path(for: modelFile)
    switch Files.kindBehindLinks(path) {
    case nil:
      guard Files.kind(path) != nil else { return nil }
      throw Refusal(path, "this link leads nowhere")
    case .file:
      do {
        self.init(path: path, bytes: try Files.read(path))
      } catch {
        throw Refusal(path, error.description)
      }
    case .folder, .link, .other: throw Refusal(path, "this isn't a regular file")
    }
  }

  /// Returns the problems of files in a folder that are named like corrections and correct nothing.
  ///
  /// - Parameter modelFiles: All model files of the folder.
  static func strays(
    among names: [String], modelFiles: [String], in folder: String
  ) -> [Diagnostic] {
    let corrections = names.filter {
      let name = $0.split(separator: "/").last ?? ""
      return name.hasSuffix(ending) && !name.hasPrefix(".")
    }
    guard !corrections.isEmpty else { return [] }
    let expected = Set(modelFiles.map { CorrectionFile.path(for: $0) })
    return corrections.filter { !expected.contains($0) }.map { name in
      let stem = name.dropLast(ending.count)
      let better = CorrectionFile.path(for: stem + ".json")
      return Diagnostic(
        .error, file: Paths.join(folder, name),
        message: "there is no model file that this corrects",
        fix: better != name && expected.contains(better)
          ? "call it \(Paths.join(folder, better))"
          : "delete the correction, or give it the name of its model file")
    }
  }
}
