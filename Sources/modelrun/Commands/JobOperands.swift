import ModelCore
import ModelRuntime
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The operands of the commands for submitted jobs.
enum JobOperands {
  static var text: String { "[<job>] [<model>]" }

  static var arguments: [CommandSpec.Argument] {
    [
      .init(
        "<job>",
        "The request ID of the job, @FILE with the output of --json, or last. (default: last)"),
      .init("<model>", "The model of the job, which the service's response must name."),
    ]
  }

  /// The job, and the service that has it.
  ///
  /// Without an ID it is the last job of the journal, which also names the service.
  static func find(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> (service: Service, handle: JobHandle) {
    guard [nil, JournalLookup.last].contains(arguments.operands.first) else {
      let service = try service(arguments, context)
      return (service, try handle(arguments, service))
    }
    let handle = try await JournalLookup.lastJob(context)
    let baseURL = arguments.value("base-url") ?? handle.baseURL.absoluteString
    return (try service(arguments, context, baseURL: baseURL), handle)
  }

  /// The service that the command line names.
  private static func service(
    _ arguments: ParsedArguments, _ context: CommandContext, baseURL: String? = nil
  ) throws -> Service {
    if arguments.has("mock") {
      throw CommandFailure(
        .usage,
        """
        --mock can't be used here: the mock service of another command has ended with it
        To keep a mock service running, start `modelrun mock` and pass its URL as --base-url.
        """)
    }
    return try .remote(
      baseURL ?? arguments.value("base-url"), context,
      journal: OpenedJournal.ifAvailable(context))
  }

  /// The job by its id, or by what `--json` told of it, kept in a file. The model is only for holding
  /// answers against it.
  private static func handle(
    _ arguments: ParsedArguments, _ service: Service
  ) throws(CommandFailure) -> JobHandle {
    let word = arguments.operands[0]
    let kept = word.hasPrefix("@") ? try KeptJob(reading: String(word.dropFirst())) : nil
    let id = kept?.jobID ?? word
    guard let baseURL = kept?.baseURL.map({ URL(string: $0) }) ?? service.client.baseURL else {
      throw CommandFailure(
        .badInput, "\(ValueText.quoted(kept?.baseURL ?? "")) isn't a valid base URL of a service")
    }
    let model = arguments.operands.count > 1 ? arguments.operands[1] : kept?.model ?? ""
    guard
      let handle = JobHandle(
        jobID: id, modelID: ModelID(rawValue: model), baseURL: baseURL)
    else {
      throw CommandFailure(
        .badInput,
        """
        \(ValueText.quoted(id)) isn't a valid request ID: expected letters, digits, - and _
        To read the job from a file with the output of --json, write @FILE.
        """)
    }
    return handle
  }

  /// Runs one call about a job, which Ctrl-C ends.
  static func ask<Answer: Sendable>(
    _ arguments: ParsedArguments, _ context: CommandContext,
    _ call: @escaping @Sendable (ModelClient, JobHandle) async throws(ModelError) -> Answer
  ) async throws -> (answer: Answer, handle: JobHandle) {
    let (service, handle) = try await find(arguments, context)
    let client = service.client
    let result = await context.interrupts.stopping { () throws(ModelError) in
      try await call(client, handle)
    }
    switch result {
    case .success(let answer): return (answer, handle)
    case .failure(let error):
      let advice = service.advice.text(for: error).map { "\n\($0)" } ?? ""
      throw CommandFailure(error.exitCode, "\(error)\(advice)")
    }
  }
}
