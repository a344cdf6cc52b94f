/// A file that holds a model, before it is read.
package struct ModelFile: Sendable {
  /// The path as diagnostics show it.
  package let path: String
  /// The path below the schemas folder, with `/` between its parts; nil for a file from elsewhere.
  package let relativePath: String?
  package let bytes: [UInt8]
  /// The file beside it that corrects it.
  package let correction: CorrectionFile?

  package init(
    path: String, relativePath: String?, bytes: [UInt8], correction: CorrectionFile? = nil
  ) {
    self.path = path
    self.relativePath = relativePath
    self.bytes = bytes
    self.correction = correction
  }

  /// The keys that mean something in a model file, in the order in which they are written.
  package static let keys = [
    "model_id", "title", "description", "source", "retrieved", "example", "example_request",
    "input", "output",
  ]

  /// The id that the path stands for: `a/b.json` and `a/b.model.json` are `a/b`.
  package var pathID: String? {
    guard let relativePath else { return nil }
    for ending in [".model.json", ".json"] where relativePath.hasSuffix(ending) {
      return String(relativePath.dropLast(ending.count))
    }
    return relativePath
  }

  /// A Boolean value that indicates whether the path was chosen for the ID. In the folder of a
  /// target, where model files have their own extension, it was chosen for the target.
  var hasPathForID: Bool {
    guard let relativePath else { return false }
    return relativePath.contains("/") && !relativePath.hasSuffix(".model.json")
  }

  /// Returns a Boolean value that indicates whether a file of a schemas folder is a model file, by
  /// its name.
  package static func isModelFile(named name: String) -> Bool {
    name.hasSuffix(".json") && name != "modelgen.json" && !name.hasSuffix(CorrectionFile.ending)
      && !name.hasPrefix(".")
  }

  /// The same in the folder of a target, where JSON files are anything.
  package static func isTargetModelFile(named name: String) -> Bool {
    isModelFile(named: name) && name.hasSuffix(".model.json")
  }
}

/// The result of reading a model file.
package struct ModelReading: Sendable {
  /// Nil where the file can't be used at all; the diagnostics then hold an error.
  package var model: Model?
  package var diagnostics: [Diagnostic]
}
