import ModelRuntime
import ToolSupport

/// The options of a batch that need reading.
struct BatchOptions {
  let shard: BatchPlan.Shard
  let concurrency: Int
  let requestsPerSecond: Double
  let folders: BatchFolders
  let calls: CallOptions

  init(_ arguments: ParsedArguments, _ context: CommandContext) throws(CommandFailure) {
    shard = try BatchOptions.shard(arguments.value("shard"))
    concurrency = try BatchOptions.number(arguments, "concurrency", 1...10_000, or: 8)
    requestsPerSecond = Double(
      try BatchOptions.number(arguments, "requests-per-second", 1...100_000, or: 20))
    folders = try BatchFolders(
      arguments.value("output") ?? ".", template: arguments.value("folders"))
    let seconds = try BatchOptions.number(arguments, "timeout", 1...31_536_000, or: 1_800)
    // A job goes on when the command ends, and is found again by its key.
    calls = CallOptions(
      timeout: .seconds(seconds), cancellationPolicy: .leaveRunning, submissionGrace: .zero)
  }

  private static func number(
    _ arguments: ParsedArguments, _ name: String, _ range: ClosedRange<Int>, or standard: Int
  ) throws(CommandFailure) -> Int {
    guard let text = arguments.value(name) else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw CommandFailure(
        .usage,
        "--\(name): expected a number from \(range.lowerBound) to \(range.upperBound), "
          + "not \(ValueText.quoted(text))")
    }
    return number
  }

  private static func shard(_ text: String?) throws(CommandFailure) -> BatchPlan.Shard {
    guard let text else { return BatchPlan.Shard() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard parts.count == 2, parts[0] >= 1, parts[1] >= parts[0] else {
      throw CommandFailure(
        .usage, "--shard: expected I/N with I from 1 to N, not \(ValueText.quoted(text))")
    }
    return BatchPlan.Shard(index: parts[0], count: parts[1])
  }

  /// Validates all lines.
  func plan(
    _ file: BatchFile, _ arguments: ParsedArguments, _ context: CommandContext
  ) -> BatchPlan {
    let policy: ValidationPolicy =
      arguments.has("no-validate")
      ? .off : .allowing(Set(arguments.values("allow").map { ValidationRule(rawValue: $0) }))
    var options = RequestBody.Options(
      assignments: arguments.values("set"), policy: policy, home: context.variable("HOME"))
    return BatchPlan(
      file, model: arguments.value("model"), shard: shard,
      find: { word in
        try RequestedModel.find(
          word, schemas: arguments.schemas, needsSchema: !arguments.has("no-validate"))
      },
      body: { model, row in
        options.members = row.members
        options.ownAssignments = row.assignments
        return try RequestBody(model, options)
      })
  }
}
