package import ModelSchema

/// The changes that an import makes, before anything is written.
package struct ImportPlan: Sendable {
  package enum Status: Sendable, Hashable {
    /// No model file has this id yet.
    case new
    /// The changes: keys of the model file, and JSON pointers into its schemas.
    case changed([String])
    /// The model file says the same already; where and when it was taken may differ.
    case unchanged
    /// Nothing is written, for this reason.
    case conflict(String)
  }

  package struct Entry: Sendable {
    package let id: String
    /// The path of the model file below the schemas folder.
    package let path: String
    package let status: Status
    /// The text of the model file; what is there already, where nothing changes.
    package let bytes: [UInt8]
  }

  /// In the order of the result; models that the sources disagree about come last.
  package private(set) var entries: [Entry] = []
  /// An error for each conflict that is about files; notes for texts that were kept.
  package private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter existing: The model files of the schemas folder, each with its relative path.
  package init(_ result: ImportResult, existing: [ModelFile]) {
    var folder = ExistingModels(existing)
    for model in result.models {
      var planner = ModelPlanner(model)
      let entry = planner.plan(in: &folder)
      diagnostics += planner.diagnostics
      entries.append(entry)
    }
    for conflict in result.conflicts {
      let reason = "the sources disagree about " + conflict.differences.joined(separator: ", ")
      entries.append(
        Entry(
          id: conflict.id, path: ExistingModels.path(for: conflict.id), status: .conflict(reason),
          bytes: []))
    }
  }
}
