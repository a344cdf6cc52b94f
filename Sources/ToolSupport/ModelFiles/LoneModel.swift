package import ModelSchema

/// A model file that somebody names by its path, wherever it is.
package enum LoneModel {
  /// Returns a Boolean value that indicates whether an argument is the path of a file rather than
  /// an ID.
  package static func isMeant(by word: String) -> Bool {
    word.hasSuffix(".json") && Files.kindBehindLinks(word) == .file
  }

  /// - Parameter schemas: Below this folder the path stands for the id.
  package static func read(_ path: String, schemas: String) throws(ModelFilesError) -> Model {
    let file: ModelFile
    do throws(Refusal) {
      file = try ModelFile(named: path, schemas: schemas)
    } catch {
      throw .unreadable(path, [error.diagnostic])
    }
    let reading = ModelReader.read(file)
    guard let model = reading.model else { throw .unreadable(path, reading.diagnostics) }
    return model
  }
}
