import ToolSupport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A command of the tool.
protocol Command {
  static var spec: CommandSpec { get }

  /// Does the work, and says how it ended.
  static func run(_ arguments: ParsedArguments, console: Console) throws(CommandFailure) -> ExitCode
}

func exitProcess(_ code: ExitCode) -> Never { exit(code.rawValue) }
