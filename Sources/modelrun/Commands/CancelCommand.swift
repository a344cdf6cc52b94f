import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun cancel`: asks the service to cancel a job.
enum CancelCommand: Command {
  static let spec = CommandSpec(
    name: "cancel", summary: "Cancels a job that has not begun to run.",
    operands: JobOperands.text, operandCount: 1...2,
    options: SharedOptions.jobService + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let (outcome, handle) = try await JobOperands.ask(arguments, surroundings) {
      client, handle throws(ModelError) in
      try await client.cancel(handle)
    }
    let document: JSONValue = [
      "request_id": .string(handle.jobID), "outcome": .string(outcome.word),
      "message": .string(outcome.text),
    ]
    if arguments.has("json") {
      surroundings.console.out(json: document.prettyText)
    } else {
      surroundings.console.out(outcome.text)
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
