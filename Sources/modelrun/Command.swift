import ToolSupport

/// A command of the tool.
protocol Command {
  static var spec: CommandSpec { get }

  /// Does the work, and says how it ended. Throws `CommandFailure` or `ModelError`.
  static func run(_ arguments: ParsedArguments, _ context: CommandContext) async throws
    -> ExitCode
}
