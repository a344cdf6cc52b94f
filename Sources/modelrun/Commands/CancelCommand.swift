import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun cancel`: asks the service to cancel a job.
enum CancelCommand: Command {
  static let spec = CommandSpec(
    name: "cancel", summary: "Cancel a job that hasn't started to run.",
    operands: JobOperands.text, operandCount: 0...2, arguments: JobOperands.arguments,
    options: SharedOptions.jobService + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let (outcome, handle) = try await JobOperands.ask(arguments, context) {
      client, handle throws(ModelError) in
      try await client.cancel(handle)
    }
    let document: JSONValue = [
      "request_id": .string(handle.jobID), "outcome": .string(outcome.word),
      "message": .string(outcome.text),
    ]
    if arguments.has("json") {
      context.console.out(json: document.prettyText)
    } else {
      context.console.out(outcome.text)
    }
    switch outcome {
    case .cancelled: return .done
    case .notCancellable, .alreadyFinished: return .found
    case .unknown: return .temporary
    }
  }
}

extension CancelOutcome {
  fileprivate var word: String {
    switch self {
    case .cancelled: "cancelled"
    case .notCancellable: "not_cancellable"
    case .alreadyFinished: "already_finished"
    case .unknown: "unknown"
    }
  }
}
