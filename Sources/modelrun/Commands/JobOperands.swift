import CommandLines
import ModelRuntime
import SchemaRules
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How the commands for jobs that were submitted before name one.
enum JobOperands {
  static var text: String { "<request id or @file> [<model>]" }

  /// The service that has the job.
  static func service(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) throws -> Service {
    if arguments.has("mock") {
      throw CommandFailure(
        .usage,
        """
        --mock is a service that ends with its command, so it knows no job of before
        Start one that stays with `modelrun mock`, and name it with --base-url.
        """)
    }
    return try .remote(arguments.value("base-url"), surroundings)
  }

  /// The job by its id, or by what `--json` told of it, kept in a file. The model is only for holding
  /// answers against it.
  static func handle(
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
        \(ValueText.quoted(id)) is no request id: those have letters, digits, - and _ only
        @FILE reads the job from what --json printed, kept in a file.
        """)
    }
    return handle
  }

  /// Runs one call about a job, which Ctrl-C ends.
  static func ask<Answer: Sendable>(
    _ arguments: ParsedArguments, _ surroundings: Surroundings,
    _ call: @escaping @Sendable (ModelClient, JobHandle) async throws(ModelError) -> Answer
  ) async throws -> (answer: Answer, handle: JobHandle) {
    let service = try service(arguments, surroundings)
    let handle = try handle(arguments, service)
    let client = service.client
    let result = await surroundings.interrupts.stopping { () throws(ModelError) in
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
