import ModelRuntime
import ToolSupport

/// `modelrun recover`: resumes what the journal has unfinished, or decides about one job.
enum RecoverCommand: Command {
  static let spec = CommandSpec(
    name: "recover",
    summary: "Resume the unfinished jobs of the journal, or resolve an unknown submission.",
    operands: "[<job>]", operandCount: 0...1,
    arguments: [.init("<job>", "The job to resolve: its name in `modelrun jobs`, or its key.")],
    options: SharedOptions.files + [
      .flag("resubmit", "Let the next call with the job's key submit it again."),
      .flag("abandon", "Give the job up."),
      .value("adopt", "id", "Continue with the job of this request ID."),
      SharedOptions.timeout, SharedOptions.events,
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let decisions = ["resubmit", "abandon", "adopt"].filter { arguments.has($0) }
    guard let word = arguments.operands.first else {
      guard decisions.isEmpty else {
        throw CommandFailure(.usage, "--\(decisions[0]) needs a job")
      }
      return try await resume(arguments, context)
    }
    let resolution: JobJournal.Resolution
    switch decisions {
    case ["resubmit"]: resolution = .resubmit
    case ["abandon"]: resolution = .abandon
    case ["adopt"]: resolution = .adopt(id: arguments.value("adopt") ?? "")
    default:
      throw CommandFailure(
        .usage, "expected one of --resubmit, --abandon and --adopt for the job")
    }
    let journal = try OpenedJournal.required(context)
    let entry = try await JournalLookup.entry(named: word, in: journal)
    do throws(JobJournal.Problem) {
      try await journal.resolve(entry, as: resolution)
    } catch {
      throw CommandFailure(error)
    }
    context.console.error(text(of: resolution, entry))
    return .done
  }

  private static func text(
    of resolution: JobJournal.Resolution, _ entry: JobJournal.Entry
  ) -> String {
    switch resolution {
    case .resubmit:
      entry.key == nil
        ? "the job is closed; run its command again to submit it"
        : "the key \(ValueText.quoted(entry.key ?? "")) is free; run the command again to submit it"
    case .abandon: "the job is given up"
    case .adopt: "the job is adopted; `modelrun recover` resumes it"
    }
  }

  /// Waits for each job that is running, and lists the others.
  private static func resume(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let deadline = try arguments.deadline(context)
    let journal = try OpenedJournal.required(context)
    let entries = try await JournalLookup.entries(of: journal).filter(\.isUnfinished)
    if entries.isEmpty { context.console.error("no unfinished jobs") }
    var code = ExitCode.done
    for entry in entries {
      if context.interrupts.isRaised { return .interrupted }
      switch entry.state {
      case .unknown(let reason):
        context.console.error(
          "\(Printable.line(entry.modelID.rawValue)): \(Printable.line(reason))\n"
            + JournalLookup.resolutions(for: entry))
        code = .submissionUnknown
      case .submitting:
        context.console.error(
          "\(Printable.line(entry.modelID.rawValue)): another command is submitting it")
      case .submitted, .ended, .notSubmitted, .abandoned:
        let end = try await finish(entry, journal, arguments, context, until: deadline)
        if end != .done, code != .submissionUnknown { code = end }
      }
    }
    return code
  }

  private static func finish(
    _ entry: JobJournal.Entry, _ journal: JobJournal, _ arguments: ParsedArguments,
    _ context: CommandContext, until deadline: JobDeadline
  ) async throws -> ExitCode {
    let service = try Service.remote(entry.baseURL.absoluteString, context, journal: journal)
    let session = JobSession(
      service: service, printer: arguments.printer(of: spec.name, context),
      interrupts: context.interrupts, policy: .leave,
      resume: ResumeCommand(output: arguments.value("output")), download: arguments.download)
    do {
      let job = try service.client.resume(entry)
      await session.printer.line("request \(job.handle.jobID) of \(job.handle.modelID)")
      return try await session.finish(job, until: deadline)
    } catch {
      return await session.end(with: error)
    }
  }
}
