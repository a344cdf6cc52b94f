/// The front door of a tool with several commands: finds the command that is meant, prints help and
/// version, and parses the words of the command. What the command does is the tool's own business.
public struct ToolFront: Sendable {
  /// The words of a command line, once they make sense.
  public struct Call: Sendable {
    public let command: String
    public let arguments: ParsedArguments
  }

  private let tool: String
  private let summary: String
  private let commands: [CommandSpec]
  private let nearest: @Sendable (String, [String]) -> String?

  /// - Parameter nearest: Finds what a misspelled word probably was, among others.
  public init(
    _ tool: String, summary: String, commands: [CommandSpec],
    nearest: @escaping @Sendable (String, [String]) -> String?
  ) {
    self.tool = tool
    self.summary = summary
    self.commands = commands
    self.nearest = nearest
  }

  /// - Throws: The exit code, once everything there is to say has been printed.
  public func call(_ words: [String], console: Console) throws(ExitCode) -> Call {
    switch CommandChoice(words, among: commands) {
    case .nothing:
      console.error(help)
      throw .usage
    case .help(let command):
      console.out(command?.help(tool: tool) ?? help)
      throw .done
    case .version:
      console.out(ToolVersion.text)
      throw .done
    case .unknown(let word):
      let near = nearest(word, commands.map(\.name))
      console.error(
        "\(tool): error: there is no command \"\(word)\""
          + (near.map { "; did you mean \($0)?" } ?? ""))
      console.error("See '\(tool) --help' for the list of commands.")
      throw .usage
    case .command(let command, let words):
      do throws(CommandFailure) {
        return Call(
          command: command.name,
          arguments: try ParsedArguments(words, for: command, tool: tool, nearest: nearest))
      } catch {
        throw report(error, of: command.name, console: console)
      }
    }
  }

  /// Prints why a command stopped.
  public func report(
    _ failure: CommandFailure, of command: String, console: Console
  ) -> ExitCode {
    console.report(failure.diagnostics)
    console.error("\(tool) \(command): error: \(failure.message)")
    return failure.code
  }

  private var help: String {
    var help = HelpText(overview: summary, usage: "\(tool) <subcommand>")
    help.add(options: [])
    help.add(
      "SUBCOMMANDS", commands.map { HelpText.Row($0.name, $0.summary) },
      note: "See '\(tool) help <subcommand>' for detailed help.")
    return help.text
  }
}
