import ModelRuntime
import ToolSupport

/// `modelrun submit`: submits and leaves the job to itself.
enum SubmitCommand: Command {
  static let spec = CommandSpec(
    name: "submit", summary: "Submit a job and print its request ID.",
    operands: "<model>", operandCount: 1...1, arguments: [SharedOptions.model],
    options: SharedOptions.body + [SharedOptions.schemas, SharedOptions.timeout]
      + SharedOptions.journal + SharedOptions.service + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let console = context.console
    let deadline = try arguments.deadline(context)
    let model = try arguments.requestedModel()
    let body = try arguments.requestBody(for: model, context)
    let budget = try arguments.budget(context)
    let journal = try OpenedJournal.forSubmitting(arguments, context)
    let opened = try OpenedService(for: model, arguments, context, journal: journal)
    defer { opened.close() }
    let session = JobSession(
      service: opened.service,
      printer: EventPrinter(
        arguments.has("json") ? .document : .plain, of: spec.name, console: console),
      interrupts: context.interrupts, policy: .leave, key: arguments.value("key"),
      budget: budget)
    if let note = body.note { console.error(note) }
    do {
      try await session.look(at: body, until: deadline)
      let handle = try await session.submit(body.request, until: deadline).handle
      let next =
        opened.service.isOwn
        ? "The job ends with this command. To keep a mock service running, use `modelrun mock`."
        : "To wait for it: \(session.resume.text(for: handle))"
      if !arguments.has("json") { console.out(handle.jobID, orElse: next) }
      console.error(next)
      return .done
    } catch {
      return await session.end(with: error)
    }
  }
}
