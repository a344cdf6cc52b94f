import JSONTree
import ModelRuntime
import ToolSupport

/// `modelrun result`: what a job gave, without waiting for it.
enum ResultCommand: Command {
  static let spec = CommandSpec(
    name: "result", summary: "Shows what a job gave, without waiting for it.",
    operands: JobOperands.text, operandCount: 1...2,
    options: SharedOptions.service + [
      .flag("json", "print the service's whole answer")
    ])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let console = surroundings.console
    let (record, handle) = try await JobOperands.ask(arguments, surroundings) {
      client, handle throws(ModelError) in
      (try await client.result(handle), handle)
    }
    if arguments.has("json") { console.out(record.json.prettyText) }
    switch record.status {
    case .succeeded where record.output != nil, .completed where record.output != nil:
      if let output = record.output, !arguments.has("json") { show(output, console) }
      return .done
    case .succeeded, .completed, .failed:
      throw CommandFailure(.found, "the job failed: \(record.failure)")
    case .cancelled: throw CommandFailure(.found, "the job was cancelled")
    case .inQueue, .inProgress, .unknown:
      throw CommandFailure(
        .temporary,
        "there is no result yet: the job is \(record.status)\n"
          + "To wait for it: \(ResumeCommand().text(for: handle))")
    }
  }

  private static func show(_ output: JSONValue, _ console: Console) {
    let files = MediaOutput(json: output).files
    for line in files.isEmpty ? [output.prettyText] : files { console.out(line) }
  }
}
