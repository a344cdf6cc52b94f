package import ModelSchema
package import ToolSupport

/// A model file that somebody names by its path, wherever it is.
package enum LoneModel {
  /// Returns a Boolean value that indicates whether an argument is the path of a file rather than
  /// an ID.
  package static func isMeant(by word: String) -> Bool {
    word.hasSuffix(".json") && Files.kindBehindLinks(word) == .file
  }

  /// - Parameter schemas: Below this folder the path stands for the id.
  package static func read(
    _ path: String, schemas: String, console: Console
  ) throws(CommandFailure) -> Model {
    let file: ModelFile
    do throws(Refusal) {
      file = try ModelFile(named: path, schemas: schemas)
    } catch {
      throw [error.diagnostic].failure(toRead: path, console: console)
    }
    let reading = ModelReader.read(file)
    guard let model = reading.model else {
      throw reading.diagnostics.failure(toRead: path, console: console)
    }
    return model
  }
}

extension [Diagnostic] {
  /// The end of a command that needs a model which can't be read, once the reasons are printed.
  package func failure(toRead path: String, console: Console) -> CommandFailure {
    console.report(filter { $0.severity == .error })
    return CommandFailure(.badInput, "\(path) can't be read as a model")
  }
}
