import ModelSchema
import SchemaRules
import ToolSupport

/// The command line of the build side.
@main
struct Modelgen {
  static func main() {
    let code = run(Array(CommandLine.arguments.dropFirst()), console: .standard)
    exitProcess(code)
  }

  private static var commands: [any Command.Type] {
    [
      GenerateCommand.self, LintCommand.self, ImportCommand.self, ValidateCommand.self,
      ExplainCommand.self, ModelsCommand.self,
    ]
  }

  /// Runs one command; every failure becomes a line on standard error and an exit code.
  static func run(_ words: [String], console: Console) -> ExitCode {
    switch CommandChoice(words, among: commands) {
    case .nothing:
      console.error(help)
      return .usage
    case .help(let command):
      console.out(command?.spec.help(tool: "modelgen") ?? help)
      return .done
    case .version:
      console.out(ToolVersion.text)
      return .done
    case .unknown(let word):
      let near = Spelling.nearest(to: word, among: commands.map { $0.spec.name })
      console.error(
        "modelgen: error: there is no command \"\(word)\""
          + (near.map { "; did you mean \($0)?" } ?? ""))
      console.error("Run `modelgen --help` for the list.")
      return .usage
    case .command(let command, let words):
      return run(command, words, console)
    }
  }

  private static func run<Chosen: Command>(
    _ command: Chosen.Type, _ words: [String], _ console: Console
  ) -> ExitCode {
    do throws(CommandFailure) {
      let arguments = try ParsedArguments(
        words, for: command.spec, tool: "modelgen",
        nearest: { Spelling.nearest(to: $0, among: $1) })
      return try command.run(arguments, console: console)
    } catch {
      console.error("modelgen \(command.spec.name): error: \(error.message)")
      return error.code
    }
  }

  private static var help: String {
    let width = (commands.map { $0.spec.name.count }.max() ?? 0) + 2
    let lines = commands.map { command in
      let name = command.spec.name
      return "  " + name + String(repeating: " ", count: width - name.count) + command.spec.summary
    }
    return
      (["Swift bindings for hosted AI models, made from their JSON schemas.", ""]
      + ["USAGE: modelgen <command> [options]", "", "COMMANDS:"] + lines
      + ["", "Run `modelgen <command> --help` for the options of a command."])
      .joined(separator: "\n")
  }
}
