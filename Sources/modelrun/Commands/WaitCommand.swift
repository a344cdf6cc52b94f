import ModelRuntime
import ToolSupport

/// `modelrun wait`: waits for a job that was submitted before, and downloads what it made.
enum WaitCommand: Command {
  static let spec = CommandSpec(
    name: "wait", summary: "Wait for a job and download its output.",
    operands: JobOperands.text, operandCount: 0...2, arguments: JobOperands.arguments,
    options: SharedOptions.files + [SharedOptions.timeout] + SharedOptions.jobService + [
      SharedOptions.interrupts(.leave), SharedOptions.events,
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let deadline = try arguments.deadline(context)
    let policy = try arguments.interruptPolicy(.leave)
    let (service, handle) = try await JobOperands.find(arguments, context)
    let session = JobSession(
      service: service, printer: arguments.printer(of: spec.name, context),
      interrupts: context.interrupts, policy: policy,
      resume: ResumeCommand(output: arguments.value("output")), download: arguments.download)
    do {
      return try await session.finish(service.client.job(for: handle), until: deadline)
    } catch {
      return await session.end(with: error)
    }
  }
}
