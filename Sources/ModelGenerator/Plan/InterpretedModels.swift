import ModelCore
import ModelSchema
import ToolSupport

/// The models of a folder, interpreted: those that bindings can be made of, and the others.
struct InterpretedModels {
  private(set) var inputs: [BindingsGenerator.Input] = []
  /// The diagnostics of each usable model, by the path of its file.
  private(set) var findings: [WireName: [Diagnostic]] = [:]
  /// The errors of the other model files.
  private(set) var errors: [Diagnostic]
  /// The ids of models that were opened and can't be interpreted.
  private(set) var unusableIDs: [String] = []
  /// All ids that unusable files stand for, as far as anyone can tell.
  private(set) var brokenIDs: [String]
  private(set) var brokenSources: [String]
  private(set) var hasBrokenFiles: Bool

  init(_ models: ModelSet) {
    errors = models.diagnostics
    brokenIDs = models.brokenIDs
    brokenSources = models.brokenSources
    hasBrokenFiles = models.hasBrokenFiles
    let readings = models.entries.concurrentMap { $0.interpret() }
    for (entry, reading) in zip(models.entries, readings) {
      if let model = reading.model {
        inputs.append(BindingsGenerator.Input(model, source: entry.source))
        findings[WireName(entry.source)] = reading.diagnostics
      } else {
        errors += reading.diagnostics
        unusableIDs.append(entry.opened.id)
        brokenIDs.append(entry.opened.id)
        brokenSources.append(entry.source)
        hasBrokenFiles = true
      }
    }
  }
}
