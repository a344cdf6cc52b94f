import ModelCore
import ModelRuntime
import ToolSupport

/// `modelrun jobs`: the jobs of the journal.
enum JobsCommand: Command {
  static let spec = CommandSpec(
    name: "jobs", summary: "List the jobs of the journal.",
    operands: "[<journal> ...]", operandCount: 0...1_000,
    arguments: [
      .init("<journal>", "The folders of journals. (default: the journal of the commands)")
    ],
    options: [
      .flag("unfinished", "List only jobs that are running or whose submission is unknown."),
      SharedOptions.json,
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let journals =
      try arguments.operands.isEmpty
      ? [OpenedJournal.required(context)]
      : arguments.operands.map { folder in
        guard Files.exists(folder + "/jobs.jsonl") else {
          throw CommandFailure(.inputMissing, "\(folder) isn't the folder of a journal")
        }
        return try OpenedJournal.open(folder)
      }
    var entries: [JobJournal.Entry] = []
    for journal in journals { entries += try await JournalLookup.entries(of: journal) }
    if journals.count > 1 { entries.sort { $0.submittedAt < $1.submittedAt } }
    if arguments.has("unfinished") { entries.removeAll { !$0.isUnfinished } }
    let cost = entries.reduce(0) { $0 + ($1.cost ?? 0) }
    let now = context.environment.date()
    if arguments.has("json") {
      let document: JSONValue = [
        "jobs": .array(entries.map { $0.json(ageAt: now) }),
        "cost": JSONNumber(cost).map { .number($0) } ?? .null,
      ]
      context.console.out(json: document.prettyText)
      return .done
    }
    let rows = entries.map { $0.row(ageAt: now) }
    for line in TextTable.lines([["JOB", "MODEL", "STATE", "AGE", "COST", "KEY"]] + rows) {
      context.console.out(line)
    }
    context.console.error(
      "\(entries.count) \(entries.count == 1 ? "job" : "jobs"), cost \(USDollars.text(cost))")
    return .done
  }
}
