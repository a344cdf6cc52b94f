import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun result`: what a job gave, without waiting for it.
enum ResultCommand: Command {
  static let spec = CommandSpec(
    name: "result", summary: "Show a job's result without waiting for it.",
    operands: JobOperands.text, operandCount: 0...2, arguments: JobOperands.arguments,
    options: SharedOptions.jobService + [
      .flag("json", "Print the complete response of the service.")
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let console = context.console
    let (record, handle) = try await JobOperands.ask(arguments, context) {
      client, handle throws(ModelError) in
      try await client.result(of: handle)
    }
    if arguments.has("json") { console.out(json: record.json.prettyText) }
    guard let failure = failure(record, handle) else {
      if let output = record.output, !arguments.has("json") {
        console.out(result: MediaOutput(json: output))
      }
      return .done
    }
    console.error("modelrun \(spec.name): error: \(failure.message)")
    return failure.code
  }

  private static func failure(_ record: JobRecord, _ handle: JobHandle) -> CommandFailure? {
    switch record.status {
    case .succeeded where record.output != nil, .completed where record.output != nil: nil
    case .succeeded, .completed, .failed:
      CommandFailure(.found, "the job failed: \(ServiceText.line(record.failure, limit: 2_000))")
    case .cancelled: CommandFailure(.found, "the job was cancelled")
    case .inQueue, .inProgress, .unknown:
      CommandFailure(
        .temporary,
        "there is no result yet: the job is \(record.status)\n"
          + "To wait for it: \(ResumeCommand().text(for: handle))")
    }
  }
}
