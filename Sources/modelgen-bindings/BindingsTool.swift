import ModelGenerator
import ModelSchema
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The program that the build tool plugin runs. It generates the bindings of one target from a list
/// that the plugin wrote.
///
/// It is separate from `modelgen` because every user of the plugin has to build it.
@main
struct BindingsTool {
  static func main() {
    StandardStreams.prepare()
    let console = Console.standard
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      if words.contains(where: { $0 == "-h" || $0 == "--help" }) {
        console.out(help)
        exit(ExitCode.done.rawValue)
      }
      if words.contains("--version") {
        console.out(ToolVersion.text)
        exit(ExitCode.done.rawValue)
      }
      guard words.count == 1, let list = words.first, !list.hasPrefix("-") else {
        throw CommandFailure(
          .usage, "expected the list of files that the ModelBindings plugin writes")
      }
      exit(try run(BuildList(reading: list), console).rawValue)
    } catch {
      let failure = CommandFailure(describing: error)
      console.error("modelgen-bindings: error: \(failure.message)")
      exit(failure.code.rawValue)
    }
  }

  private static let help = """
    OVERVIEW: Generate the bindings of one target, as the ModelBindings plugin requests.

    USAGE: modelgen-bindings <list>

    ARGUMENTS:
      <list>                  The JSON file that lists the model files.

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.
    """

  private static func run(_ list: BuildList, _ console: Console) throws -> ExitCode {
    let folder = try SchemasFolder(list.folder, where: ModelFile.isTargetModelFile)
    let models = ModelSet(folder)
    let (configuration, faults) = try Configuration.load(nil, folder, models)
    guard faults.isEmpty else {
      console.report(models.diagnostics + faults)
      return .badInput
    }
    let options = BindingsOptions(
      access: configuration.access ?? .internal, isSingleModule: true,
      overrides: configuration.overrides)
    do throws(FileError) {
      let plan = try GenerationPlan(
        models, OutputFolder(list.output), options, places: list.places)
      console.report(plan.diagnostics.filter { $0.severity > .note })
      for change in plan.changes { try change.apply() }
      return plan.hasBrokenModels ? .badInput : .done
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
  }
}
