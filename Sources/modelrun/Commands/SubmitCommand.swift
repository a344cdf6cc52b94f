import ModelRuntime
import ToolSupport

/// `modelrun submit`: submits and leaves the job to itself.
enum SubmitCommand: Command {
  static let spec = CommandSpec(
    name: "submit", summary: "Submits a job and prints its request id.",
    operands: "<model>", operandCount: 1...1,
    options: SharedOptions.body + [SharedOptions.schemas, SharedOptions.timeout]
      + SharedOptions.service + [SharedOptions.json])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let console = surroundings.console
    let deadline = try arguments.deadline(surroundings)
    let model = try arguments.requestedModel()
    let body = try arguments.requestBody(for: model, surroundings)
    let opened = try OpenedService(for: model, arguments, surroundings)
    defer { opened.close() }
    let session = JobSession(
      service: opened.service,
      printer: EventPrinter(
        arguments.has("json") ? .document : .plain, of: spec.name, console: console),
      interrupts: surroundings.interrupts, policy: .leave)
    if let note = body.note { console.error(note) }
    do {
      try await session.look(at: body, until: deadline)
      let handle = try await session.submit(body.request, until: deadline).handle
      let next =
        opened.service.isOwn
        ? "The job ends with this command; `modelrun mock` is a service that stays."
        : "To wait for it: \(session.resume.text(for: handle))"
      if !arguments.has("json") { console.out(handle.jobID, orElse: next) }
      console.error(next)
      return .done
    } catch {
      return await session.end(with: error)
    }
  }
}
