import ModelGenerator
import ToolSupport

extension GenerateCommand {
  /// Writes the present names of the models that `--pin` names into the configuration.
  ///
  /// - Returns: Whether the configuration has changed.
  static func pinNames(
    _ arguments: ParsedArguments, _ folder: SchemasFolder, _ models: ModelSet,
    _ overrides: NameOverrides, _ console: Console
  ) throws -> Bool {
    let words = arguments.values("pin")
    guard !words.isEmpty else { return false }
    if arguments.has("check") {
      throw CommandFailure(.usage, "--check can't be combined with --pin")
    }
    let path = arguments.value("config") ?? Paths.join(folder.path, "modelgen.json")
    guard let bytes = try NamePins(models, overrides).configuration(pinning: words, in: path) else {
      return false
    }
    let change = FileChange(
      path: path, kind: Files.kind(path) == nil ? .create(bytes) : .replace(bytes))
    do {
      try change.apply()
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
    console.out(change.report)
    return true
  }
}
