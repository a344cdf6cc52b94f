import ModelRuntime
import ToolSupport

/// `modelrun run`: submit, wait, download.
enum RunCommand: Command {
  static let spec = CommandSpec(
    name: "run", summary: "Run a model and download its output.",
    operands: "<model>", operandCount: 1...1, arguments: [SharedOptions.model],
    options: SharedOptions.body + [SharedOptions.schemas] + SharedOptions.files + [
      SharedOptions.timeout
    ] + SharedOptions.journal + SharedOptions.service + [
      SharedOptions.interrupts(.cancel), SharedOptions.events,
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let deadline = try arguments.deadline(context)
    let policy = try arguments.interruptPolicy(.cancel)
    let model = try arguments.requestedModel()
    let body = try arguments.requestBody(for: model, context)
    let budget = try arguments.budget(context)
    let journal = try OpenedJournal.forSubmitting(arguments, context)
    let opened = try OpenedService(for: model, arguments, context, journal: journal)
    defer { opened.close() }
    let printer = arguments.printer(of: spec.name, context)
    let session = JobSession(
      service: opened.service, printer: printer, interrupts: context.interrupts,
      policy: policy, resume: ResumeCommand(output: arguments.value("output")),
      download: arguments.download, key: arguments.value("key"), budget: budget)
    if let note = body.note { context.console.error(note) }
    do {
      try await session.look(at: body, until: deadline)
      let job = try await session.submit(body.request, until: deadline)
      return try await session.finish(job, until: deadline)
    } catch {
      return await session.end(with: error)
    }
  }
}
