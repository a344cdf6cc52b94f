import CommandLines
import SchemaRules
import ToolSupport

/// The command line of the build side.
@main
struct Modelgen {
  static func main() {
    StandardStreams.prepare()
    let code = run(Array(CommandLine.arguments.dropFirst()), console: .standard)
    exitProcess(code)
  }

  private static var commands: [any Command.Type] {
    [
      GenerateCommand.self, LintCommand.self, ImportCommand.self, DiffCommand.self,
      ValidateCommand.self, ExplainCommand.self, ModelsCommand.self,
    ]
  }

  /// Runs one command; every failure becomes a line on standard error and an exit code.
  static func run(_ words: [String], console: Console) -> ExitCode {
    let front = ToolFront(
      "modelgen", summary: "Generate Swift bindings for hosted AI models from their JSON schemas.",
      commands: commands.map { $0.spec }, nearest: { Spelling.nearest(to: $0, among: $1) })
    do throws(ExitCode) {
      let call = try front.call(words, console: console)
      guard let command = commands.first(where: { $0.spec.name == call.command }) else {
        return .internalError
      }
      do throws(CommandFailure) {
        return try command.run(call.arguments, console: console)
      } catch {
        return front.report(error, of: call.command, console: console)
      }
    } catch {
      return error
    }
  }
}
