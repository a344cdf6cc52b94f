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

/// What the build plugin runs: makes the bindings of one target, by a list that the plugin wrote.
///
/// It is apart from `modelgen` because whoever uses the plugin has to build it first.
@main
struct BindingsTool {
  static func main() {
    StandardStreams.prepare()
    let console = Console.standard
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      guard words.count == 1, let list = words.first, !list.hasPrefix("-") else {
        throw CommandFailure(
          .usage, "this is for the plugin ModelBindings, which gives it a list of files")
      }
      exit(try run(BuildList(reading: list), console).rawValue)
    } catch {
      let failure = CommandFailure(describing: error)
      console.error("modelgen-bindings: error: \(failure.message)")
      exit(failure.code.rawValue)
    }
  }

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
