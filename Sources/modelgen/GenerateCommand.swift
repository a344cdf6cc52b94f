import JSONTree
import ModelSchema
import SwiftBindings
import ToolSupport

/// `modelgen generate`: model files in, Swift out.
enum GenerateCommand: Command {
  static let spec = CommandSpec(
    name: "generate", summary: "Writes the bindings of every model file.",
    options: [
      .value("schemas", "folder", "the model files (default: schemas)"),
      .value("output", "folder", "where the bindings go (default: Generated)"),
      .value("config", "file", "names and access (default: modelgen.json in the schemas folder)"),
      .flag("check", "write nothing; exit 1 and list what would change"),
      .flag("single-module", "all files in one folder, for one target"),
      .value("access", "level", "public, package or internal (default: public)"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
  {
    let folder = try SchemasFolder(arguments.value("schemas") ?? "schemas")
    var models = ModelSet(folder)
    let configuration = try loadConfiguration(arguments, folder, console, ids: models)
    let output = OutputFolder(arguments.value("output") ?? "Generated")
    let options = BindingsOptions(
      access: try access(arguments) ?? configuration.access ?? .public,
      isSingleModule: arguments.has("single-module"), toolVersion: ToolVersion.text,
      overrides: configuration.overrides)
    let plan = try GenerationPlan(&models, output, options)
    for diagnostic in models.diagnostics where diagnostic.severity > .note {
      console.error(diagnostic.description)
    }
    let vendors = try VendorBlock.change(modules: plan.modules, output: output)
    let changes = plan.changes + (vendors.map { [$0] } ?? [])
    if arguments.has("check") {
      for change in changes { console.out(change.announcement) }
      if models.hasErrors { return .badInput }
      if changes.isEmpty { return .done }
      console.error("The bindings are not up to date: run `modelgen generate`.")
      return .found
    }
    for change in changes {
      try change.apply()
      console.out(change.report)
    }
    return models.hasErrors ? .badInput : .done
  }

  private static func access(_ arguments: ParsedArguments) throws(CommandFailure) -> AccessLevel? {
    guard let word = arguments.value("access") else { return nil }
    guard let access = AccessLevel(rawValue: word) else {
      throw CommandFailure(.usage, "--access is public, package or internal, not \"\(word)\"")
    }
    return access
  }

  private static func loadConfiguration(
    _ arguments: ParsedArguments, _ folder: SchemasFolder, _ console: Console, ids models: ModelSet
  ) throws(CommandFailure) -> Configuration {
    let path = arguments.value("config") ?? Paths.join(folder.path, "modelgen.json")
    guard arguments.value("config") != nil || Files.exists(path) else { return Configuration() }
    var diagnostics: [Diagnostic] = []
    let configuration: Configuration
    do {
      configuration = Configuration(path: path, bytes: try Files.read(path), &diagnostics)
    } catch {
      throw CommandFailure(error.isMissing ? .inputMissing : .badInput, error.description)
    }
    diagnostics += configuration.unmatched(
      ids: models.ids, models: models.interpreted(configuration.overrides.models.keys))
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      for diagnostic in diagnostics { console.error(diagnostic.description) }
      throw CommandFailure(.badInput, "\(path) can't be used; nothing was written")
    }
    return configuration
  }
}
