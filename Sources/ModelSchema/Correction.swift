import ModelCore

/// A file that says how the schema beside it is wrong, before it is read.
package struct CorrectionFile: Sendable {
  /// The path as diagnostics show it.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package static var ending: String { ".patch.json" }

  /// The path of the correction of a model file: `a/b.patch.json` for `a/b.json` and for
  /// `a/b.model.json`.
  package static func path(for modelFile: String) -> String {
    for ending in [".model.json", ".json"] where modelFile.hasSuffix(ending) {
      return modelFile.dropLast(ending.count) + CorrectionFile.ending
    }
    return modelFile + CorrectionFile.ending
  }
}

/// The reason a model differs from the one that its vendor published.
package struct Correction: Sendable, Hashable {
  package let reason: String
  /// The source of the correct information, or an empty string.
  package let source: String
  /// The file that corrects, as diagnostics show it.
  package let file: String
}

/// A correction, and the document that its values stand in.
struct AppliedCorrection: Sendable {
  let note: Correction
  let document: JSONDocument

  /// Returns a Boolean value that indicates whether a node of the corrected model comes from the
  /// correction.
  func holds(_ node: JSONNode) -> Bool {
    node.document.origin(ofByte: node.start).document === document
  }
}
