import ModelCore
import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
      do {
        return try command.run(call.arguments, console: console)
      } catch {
        return front.report(CommandFailure(describing: error), of: call.command, console: console)
      }
    } catch {
      return error
    }
  }
}

/// A command of the tool.
protocol Command {
  static var spec: CommandSpec { get }

  /// Does the work, and says how it ended.
  static func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode
}

func exitProcess(_ code: ExitCode) -> Never { exit(code.rawValue) }
