import ModelRuntime
import ToolSupport

/// `modelrun run`: submit, wait, download.
enum RunCommand: Command {
  static let spec = CommandSpec(
    name: "run", summary: "Runs a model and downloads what it makes.",
    operands: "<model>", operandCount: 1...1,
    options: SharedOptions.body + [SharedOptions.schemas] + SharedOptions.files + [
      SharedOptions.timeout
    ] + SharedOptions.service + [SharedOptions.interrupts(.cancel), SharedOptions.events])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let deadline = try arguments.deadline(surroundings)
    let policy = try arguments.interruptPolicy(.cancel)
    let model = try arguments.requestedModel()
    let body = try arguments.requestBody(for: model, surroundings)
    let opened = try OpenedService(for: model, arguments, surroundings)
    defer { opened.close() }
    let printer = arguments.printer(of: spec.name, surroundings)
    let session = JobSession(
      service: opened.service, printer: printer, interrupts: surroundings.interrupts,
      policy: policy, resume: ResumeCommand(output: arguments.value("output")),
      download: arguments.download)
    if let note = body.note { surroundings.console.error(note) }
    do {
      try await session.look(at: body, until: deadline)
      let job = try await session.submit(body.request, until: deadline)
      return try await session.finish(job, until: deadline)
    } catch {
      return await session.end(with: error)
    }
  }
}
