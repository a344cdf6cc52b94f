import ModelCore
import ToolSupport

/// `modelrun completions`: a script for the user's shell.
enum CompletionsCommand: Command {
  static let spec = CommandSpec(
    name: "completions", summary: "Prints completions of commands, models and keys for a shell.",
    operands: "bash|zsh|fish", operandCount: 1...1, options: [])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    guard let script = ShellScripts.script(for: arguments.operands[0]) else {
      throw CommandFailure(
        .usage,
        "there are completions for bash, zsh and fish, "
          + "not for \(ValueText.quoted(arguments.operands[0]))")
    }
    surroundings.console.out(script)
    return .done
  }
}
