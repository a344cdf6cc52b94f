import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun status`: one look at how far a job is.
enum StatusCommand: Command {
  static let spec = CommandSpec(
    name: "status", summary: "Shows how far a job is.",
    operands: JobOperands.text, operandCount: 1...2,
    options: SharedOptions.jobService + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let (update, handle) = try await JobOperands.ask(arguments, surroundings) {
      client, handle throws(ModelError) in
      try await client.status(of: handle)
    }
    if arguments.has("json") {
      var document = JobEvent.json(update, event: nil)
      document["request_id"] = .string(handle.jobID)
      surroundings.console.out(json: JSONValue.object(document).prettyText)
    } else {
      surroundings.console.out(update.state)
    }
    return .done
  }
}
