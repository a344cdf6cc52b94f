import ModelCore
import ToolSupport

/// `modelrun completions`: a script for the user's shell.
enum CompletionsCommand: Command {
  static let spec = CommandSpec(
    name: "completions", summary: "Print a completion script for a shell.",
    operands: "<shell>", operandCount: 1...1,
    arguments: [.init("<shell>", "The shell: bash, zsh or fish.")], options: [])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    guard let script = ShellScripts.script(for: arguments.operands[0]) else {
      throw CommandFailure(
        .usage,
        "\(ValueText.quoted(arguments.operands[0])) isn't a supported shell; "
          + "expected bash, zsh or fish")
    }
    context.console.out(script)
    return .done
  }
}
