import ModelCore
import ModelGenerator
import ModelSchema
import ToolSupport

/// `modelgen generate`: model files in, Swift out.
enum GenerateCommand: Command {
  static let spec = CommandSpec(
    name: "generate", summary: "Generate bindings for every model file.",
    options: [
      .value("schemas", "folder", "Read the model files in this folder. (default: schemas)"),
      .value(
        "target", "folder",
        "Generate from the *.model.json files in the folder of this target, for that target."),
      .value("output", "folder", "Write the bindings to this folder. (default: Generated)"),
      .value(
        "config", "file",
        "Read names and access level from this file. (default: modelgen.json in the schemas folder)"
      ),
      .value(
        "pin", "model", "Write the current names of this model to the configuration. (repeatable)",
        isRepeatable: true),
      .flag("check", "Write nothing; list the files that would change and exit with 1."),
      .flag("single-module", "Write all files to one folder, for one target."),
      .value(
        "access", "level", "Set the access level: public, package or internal. (default: public)"),
    ])

  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
    let access = try access(arguments)
    let target = try targetFolder(arguments)
    let folder = try SchemasFolder(
      target ?? arguments.value("schemas") ?? "schemas",
      where: {
        target == nil ? ModelFile.isModelFile(named: $0) : ModelFile.isTargetModelFile(named: $0)
      })
    let models = ModelSet(folder)
    var configuration = try configuration(arguments, folder, models, console)
    if try pinNames(arguments, folder, models, configuration.overrides, console) {
      configuration = try Self.configuration(arguments, folder, models, console)
    }
    let output = OutputFolder(
      arguments.value("output") ?? Paths.join(target ?? "", "Generated"))
    let options = BindingsOptions(
      access: access ?? configuration.access ?? (target == nil ? .public : .internal),
      isSingleModule: target != nil || arguments.has("single-module"),
      overrides: configuration.overrides)
    let plan: GenerationPlan
    do throws(FileError) {
      plan = try GenerationPlan(models, output, options)
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
    console.report(plan.diagnostics.filter { $0.severity > .note })
    try stop(at: plan.obstacles)
    var changes = plan.changes
    do throws(Refusal) {
      if let list = try VendorBlock.change(modules: plan.modules, output: output) {
        changes.append(list)
      }
    } catch {
      console.report([error.diagnostic])
      throw CommandFailure(.badInput, "nothing was written")
    }
    if arguments.has("check") {
      return check(changes, isBroken: plan.hasBrokenModels, console)
    }
    let newModules = plan.modules.filter { !Files.exists(Paths.join(output.path, $0)) }
    try apply(changes, in: output, console)
    if let advice = VendorBlock.advice(on: newModules, output: output) { console.error(advice) }
    return plan.hasBrokenModels ? .badInput : .done
  }

  private static func check(
    _ changes: [FileChange], isBroken: Bool, _ console: Console
  ) -> ExitCode {
    for change in changes { console.out(change.announcement) }
    if isBroken { return .badInput }
    if changes.isEmpty { return .done }
    console.error("The bindings are out of date. Run `modelgen generate`.")
    return .found
  }

  /// Nothing is written where something foreign would be lost.
  private static func stop(at obstacles: [String]) throws(CommandFailure) {
    guard !obstacles.isEmpty else { return }
    throw CommandFailure(
      .cannotWrite,
      obstacles.map { "\($0) was not written by modelgen and would be overwritten" }
        .joined(separator: "\n")
        + "\nNothing was written. Move these files, or choose another --output.")
  }

  /// Makes the changes. Nothing is deleted unless everything else could be written.
  private static func apply(
    _ changes: [FileChange], in output: OutputFolder, _ console: Console
  ) throws(CommandFailure) {
    var done: [FileChange] = []
    var failures: [String] = []
    for change in changes where !change.isDeletion || failures.isEmpty {
      do {
        try change.apply()
        done.append(change)
      } catch {
        failures.append(error.description)
      }
    }
    for line in ChangeCount(done, in: output.path).lines { console.out(line) }
    guard failures.isEmpty else {
      throw CommandFailure(.cannotWrite, failures.joined(separator: "\n"))
    }
  }

  /// The folder of a target that its bindings are made for: they go into a folder in it, as they
  /// would be if a build made them.
  private static func targetFolder(
    _ arguments: ParsedArguments
  ) throws(CommandFailure) -> String? {
    guard let target = arguments.value("target") else { return nil }
    guard arguments.value("schemas") == nil else {
      throw CommandFailure(.usage, "--target can't be combined with --schemas")
    }
    return target
  }

  private static func access(_ arguments: ParsedArguments) throws(CommandFailure) -> AccessLevel? {
    guard let word = arguments.value("access") else { return nil }
    guard let access = AccessLevel(rawValue: word) else {
      throw CommandFailure(
        .usage, "--access: expected public, package or internal, not \"\(word)\"")
    }
    return access
  }

  private static func configuration(
    _ arguments: ParsedArguments, _ folder: SchemasFolder, _ models: ModelSet, _ console: Console
  ) throws -> Configuration {
    let path = arguments.value("config")
    let (configuration, diagnostics) = try Configuration.load(path, folder, models)
    guard diagnostics.isEmpty else {
      console.report(diagnostics)
      throw CommandFailure(
        .badInput, "\(diagnostics[0].file) can't be used; nothing was written")
    }
    return configuration
  }
}

/// The number of changed files, which `generate` prints at the end.
struct ChangeCount {
  /// None if nothing changed.
  let lines: [String]

  init(_ changes: [FileChange], in folder: String) {
    let manifest = Paths.join(folder, BindingsManifest.fileName)
    let bindings = changes.filter { $0.path.hasPrefix(folder + "/") && $0.path != manifest }
    var counts: [String: Int] = [:]
    for change in bindings { counts[change.verb, default: 0] += 1 }
    var parts: [String] = []
    for verb in ["created", "changed", "deleted"] {
      guard let count = counts[verb] else { continue }
      parts.append((parts.isEmpty ? ValueText.counted(count, "file") : "\(count)") + " " + verb)
    }
    // The manifest is worth a line only if nothing else changed.
    let others = changes.filter { change in
      !change.path.hasPrefix(folder + "/") || change.path == manifest && bindings.isEmpty
    }
    lines =
      (parts.isEmpty ? [] : ["\(folder): " + parts.joined(separator: ", ")])
      + others.map(\.report)
  }
}
