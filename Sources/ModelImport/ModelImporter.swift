import ModelCore
import ModelSchema

/// Reads documentation pages, catalogue answers, schemas and model files, in any mixture.
package enum ModelImporter {
  /// Returns the models in the sources, each once.
  ///
  /// Whatever is wrong with one source or model stands in the diagnostics and keeps none of the
  /// others from being imported.
  ///
  /// - Parameter retrieved: The ISO date on which the sources were taken; empty to leave it out.
  ///   Model files among the sources keep their own.
  package static func read(_ sources: [ImportSource], retrieved: String = "") -> ImportResult {
    var result = ImportResult()
    var order: [WireName] = []
    var byID: [WireName: [Candidate]] = [:]
    for source in sources {
      let reading = SourceReader.read(SourceText(source))
      result.diagnostics += reading.diagnostics
      for candidate in reading.candidates {
        let id = WireName(candidate.id)
        if byID[id] == nil { order.append(id) }
        byID[id, default: []].append(candidate)
      }
    }
    for id in order {
      var merger = CandidateMerger(byID[id] ?? [], retrieved: retrieved)
      let merged = merger.merge()
      result.diagnostics += merger.diagnostics
      switch merged {
      case .model(let model): add(model, to: &result)
      case .conflict(let conflict): result.conflicts.append(conflict)
      case .nothing: break
      }
    }
    return result
  }

  /// Keeps a model if what would be written of it can be read again.
  private static func add(_ model: ImportedModel, to result: inout ImportResult) {
    let file = ModelFile(path: model.path, relativePath: nil, bytes: model.fileBytes)
    let reading = ModelReader.read(file)
    guard reading.model == nil else {
      result.models.append(model)
      return
    }
    for problem in reading.diagnostics where problem.severity == .error {
      result.diagnostics.append(
        model.anchor.diagnostic(
          .error, "\"\(model.id)\" can't be used: \(problem.message)", fix: problem.fix,
          pointer: problem.pointer))
    }
  }
}
