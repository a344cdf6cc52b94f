import ModelCore
import ModelRuntime
import ToolSupport

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `modelrun batch`: runs a request for each line of a file.
enum BatchCommand: Command {
  static let spec = CommandSpec(
    name: "batch", summary: "Run a model for each line of a file, and continue when run again.",
    operands: "<file>", operandCount: 1...1,
    arguments: [.init("<file>", "JSON Lines, CSV (*.csv), or - for standard input.")],
    options: [
      .value("model", "model", "The model of lines without the member \"model\"."),
      .value(
        "set", "key=value", "Set a key of all bodies that don't have it. (repeatable)",
        isRepeatable: true),
      SharedOptions.body[2], SharedOptions.body[3], SharedOptions.schemas,
      .flag("skip-invalid", "Run the valid lines even if others are invalid."),
      .value("concurrency", "number", "Run this many jobs at the same time. (default: 8)"),
      .value("requests-per-second", "number", "Send at most this many requests. (default: 20)"),
      .value("shard", "i/n", "Run every n-th line only, beginning with line i."),
      .value("folders", "template", "Write files to these folders: {key}, {line} and {model}."),
      .flag("unordered", "Print the results as they come."),
    ] + SharedOptions.files + SharedOptions.budget + [SharedOptions.noJournal]
      + [
        .value("timeout", "seconds", "Stop waiting for a job after this time. (default: 1800)")
      ] + SharedOptions.service + [.flag("json", "The default.", isHidden: true)])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let options = try BatchOptions(arguments, context)
    let file = try BatchFile(reading: arguments.operands[0])
    let plan = options.plan(file, arguments, context)
    for note in plan.notes { context.console.error(note) }
    for line in plan.invalid {
      let place = ([line.number] + [line.column].compactMap(\.self)).map(String.init)
        .joined(separator: ":")
      for message in line.messages {
        context.console.error("\(file.name):\(place): error: \(Printable.line(message))")
      }
    }
    if !plan.invalid.isEmpty, !arguments.has("skip-invalid") {
      let (count, all) = (plan.invalid.count, plan.invalid.count + plan.lines.count)
      throw CommandFailure(
        .badInput,
        "\(count) of \(all) lines \(count == 1 ? "is" : "are") invalid, nothing was sent\n"
          + "To run the others, pass --skip-invalid.")
    }
    let results = try BatchResults(in: options.folders.folder, shard: options.shard)
    let journal = try OpenedJournal.forSubmitting(arguments, context)
    let opened = try OpenedService(
      arguments, context, journal: journal, requestsPerSecond: options.requestsPerSecond)
    defer { opened.close() }
    var calls = options.calls
    if var budget = try arguments.budget(context), let journal {
      budget.limit -= try await spent(by: plan.lines, in: journal, before: budget.since)
      calls.budget = budget
    }
    let numbers = (plan.lines.map(\.number) + plan.invalid.map(\.number)).sorted()
    let printer = BatchPrinter(
      numbers, isOrdered: !arguments.has("unordered"), terminal: context.terminal,
      console: context.console)
    for line in plan.invalid {
      var record = BatchRecord(line: line.number, status: .invalid)
      record.error = line.messages.joined(separator: "; ")
      await printer.add(record)
    }
    let runner = BatchRunner(
      client: opened.service.client, lines: plan.lines, options: calls,
      concurrency: options.concurrency, folders: options.folders,
      downloads: arguments.download?.options, results: results, printer: printer,
      interrupts: context.interrupts)
    let reason = await runner.run()
    await printer.end()
    return await end(reason, printer, arguments, context)
  }

  /// Returns what earlier commands spent on these lines.
  private static func spent(
    by lines: [BatchLine], in journal: JobJournal, before date: Date?
  ) async throws(CommandFailure) -> Double {
    let keys = Set(lines.map(\.key))
    return try await JournalLookup.entries(of: journal).reduce(0) { sum, entry in
      let isEarlier = date.map { entry.submittedAt < $0 } ?? true
      return sum + (isEarlier && entry.key.map(keys.contains) == true ? entry.cost ?? 0 : 0)
    }
  }

  private static func end(
    _ reason: ExitCode?, _ printer: BatchPrinter, _ arguments: ParsedArguments,
    _ context: CommandContext
  ) async -> ExitCode {
    let unknown = await printer.count(.unknown)
    if unknown > 0 {
      context.console.error("To resolve the unknown submissions: modelrun recover")
    }
    if context.interrupts.isRaised {
      context.console.error("To continue, run the same command again.")
      return .interrupted
    }
    if unknown > 0 { return .submissionUnknown }
    if let reason { return reason }
    for status in [BatchRecord.Status.failed, .notSubmitted, .invalid, .unfinished] {
      if await printer.count(status) > 0 { return .found }
    }
    return .done
  }
}
