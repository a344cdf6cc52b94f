import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun status`: one look at how far a job is.
enum StatusCommand: Command {
  static let spec = CommandSpec(
    name: "status", summary: "Show a job's status.",
    operands: JobOperands.text, operandCount: 0...2, arguments: JobOperands.arguments,
    options: SharedOptions.jobService + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let (update, handle) = try await JobOperands.ask(arguments, context) {
      client, handle throws(ModelError) in
      try await client.status(of: handle)
    }
    if arguments.has("json") {
      var document = JobEvent.json(update, event: nil)
      document["request_id"] = .string(handle.jobID)
      context.console.out(json: JSONValue.object(document).prettyText)
    } else {
      context.console.out(update.state)
    }
    return .done
  }
}
