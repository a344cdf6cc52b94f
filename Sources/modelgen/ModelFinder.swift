import ModelSchema
import ToolSupport

/// Finds the model that a word of the command line means: an id, or the path of a model file.
enum ModelFinder {
  static func find(
    _ word: String, schemas: String, console: Console
  ) throws(CommandFailure) -> Model {
    if word.hasSuffix(".json"), Files.exists(word) { return try read(word, schemas: schemas) }
    let catalog = try NamedModels(schemas, console: console)
    let entry = try catalog.entry(of: word)
    return try usable(ModelReader.interpret(entry.opened), path: entry.file.path)
  }

  private static func read(_ path: String, schemas: String) throws(CommandFailure) -> Model {
    let prefix = schemas.hasSuffix("/") ? schemas : schemas + "/"
    let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    do {
      let file = ModelFile(path: path, relativePath: relative, bytes: try Files.read(path))
      return try usable(ModelReader.read(file), path: path)
    } catch let error as FileError {
      throw CommandFailure(.inputMissing, error.description)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(.internalError, "\(error)")
    }
  }

  private static func usable(
    _ reading: ModelReading, path: String
  ) throws(CommandFailure) -> Model {
    guard let model = reading.model else {
      let reasons = reading.diagnostics.filter { $0.severity == .error }.map(\.description)
      throw CommandFailure(.badInput, "\(path) can't be used\n" + reasons.joined(separator: "\n"))
    }
    return model
  }
}
