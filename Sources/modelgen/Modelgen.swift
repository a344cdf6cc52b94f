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
      GenerateCommand.self, LintCommand.self, ValidateCommand.self, ExplainCommand.self,
      ModelsCommand.self,
    ]
  }

  /// Runs one command; every failure becomes a line on standard error and an exit code.
  static func run(_ words: [String], console: Console) -> ExitCode {
    guard let first = words.first, first != "--help", first != "-h", first != "help" else {
      let isAsked = !words.isEmpty
      isAsked ? console.out(help) : console.error(help)
      return isAsked ? .done : .usage
    }
    if first == "--version" {
      console.out(ToolVersion.text)
      return .done
    }
    guard let command = commands.first(where: { $0.spec.name == first }) else {
      let near = Spellings.nearest(to: first, among: commands.map { $0.spec.name })
      console.error(
        "modelgen: there is no command \"\(first)\"" + (near.map { "; did you mean \($0)?" } ?? ""))
      console.error("Run `modelgen --help` for the list.")
      return .usage
    }
    return run(command, Array(words.dropFirst()), console)
  }

  private static func run<Chosen: Command>(
    _ command: Chosen.Type, _ words: [String], _ console: Console
  ) -> ExitCode {
    let options = words.prefix { $0 != "--" }
    if options.contains("--help") || options.contains("-h") {
      console.out(command.spec.help(tool: "modelgen"))
      return .done
    }
    if options.contains("--version") {
      console.out(ToolVersion.text)
      return .done
    }
    do throws(CommandFailure) {
      let arguments = try ParsedArguments(words, for: command.spec, tool: "modelgen")
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
