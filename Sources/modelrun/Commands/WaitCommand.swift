import ModelRuntime
import ToolSupport

/// `modelrun wait`: waits for a job that was submitted before, and downloads what it made.
enum WaitCommand: Command {
  static let spec = CommandSpec(
    name: "wait", summary: "Waits for a job and downloads what it makes.",
    operands: JobOperands.text, operandCount: 1...2,
    options: SharedOptions.files + [SharedOptions.timeout] + SharedOptions.jobService + [
      SharedOptions.interrupts(.leave), SharedOptions.events,
    ])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let deadline = try arguments.deadline(surroundings)
    let policy = try arguments.interruptPolicy(.leave)
    let service = try JobOperands.service(arguments, surroundings)
    let handle = try JobOperands.handle(arguments, service)
    let session = JobSession(
      service: service, printer: arguments.printer(of: spec.name, surroundings),
      interrupts: surroundings.interrupts, policy: policy,
      resume: ResumeCommand(output: arguments.value("output")), download: arguments.download)
    do {
      return try await session.finish(service.client.job(for: handle), until: deadline)
    } catch {
      return await session.end(with: error)
    }
  }
}
