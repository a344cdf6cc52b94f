import ModelCore
import ModelRuntime
import ToolSupport

/// Options that several commands have.
enum SharedOptions {
  typealias Option = CommandSpec.Option

  static var schemas: Option {
    .value("schemas", "folder", "Read the model files in this folder. (default: schemas)")
  }
  static var json: Option { .flag("json", "Print one JSON document.") }
  static var events: Option { .flag("json", "Print one line of JSON for each event.") }

  static var model: CommandSpec.Argument { .init("<model>", "The ID of the model.") }

  static var body: [Option] {
    [
      .value("input", "body", "Use this request body: JSON, @FILE, or - for standard input."),
      .value(
        "set", "key=value",
        "Set a key of the body; @FILE attaches a media file. (repeatable)",
        isRepeatable: true),
      .value(
        "allow", "rule", "Send the request even if it violates this rule. (repeatable)",
        isRepeatable: true),
      .flag("no-validate", "Send the request without validation; no model file is needed."),
      .flag(
        "validate-remote-media", "Validate the files behind URLs too, by their first bytes."),
    ]
  }

  /// For the commands that a job's id is enough for.
  static var jobService: [Option] {
    [
      service[0],
      .flag("mock", "For run and submit only.", isHidden: true),
    ]
  }

  static var service: [Option] {
    [
      .value(
        "base-url", "url",
        "Use the service at this URL. (default: RUNCOMFY_MODEL_API_BASE, or RunComfy)"),
      .flag("mock", "Run against a built-in mock service, without a token or costs."),
    ]
  }

  /// For the commands that submit.
  static var journal: [Option] {
    [
      .value(
        "key", "key", "Submit the job under this key: once, however often the command is run.")
    ] + budget + [noJournal]
  }

  static var noJournal: Option {
    .flag("no-journal", "Don't record the job. (MODELRUN_JOURNAL names the folder, or is off)")
  }

  static var budget: [Option] {
    [
      .value("max-cost", "usd", "Don't submit jobs that could exceed this total cost."),
      .flag("allow-unpriced", "With --max-cost, submit jobs of unknown price too."),
    ]
  }

  static var timeout: Option {
    .value("timeout", "seconds", "Stop waiting after this many seconds. (default: 1800)")
  }

  static var files: [Option] {
    [
      .value("output", "folder", "Write files to this folder. (default: .)"),
      .flag("no-download", "Print the URLs of files instead of downloading them."),
      .value(
        "allow-host", "host", "Download from this host too. (repeatable)", isRepeatable: true),
    ]
  }

  static func interrupts(_ standard: JobSession.InterruptPolicy) -> Option {
    .value(
      "on-interrupt", "action",
      "On Ctrl-C, SIGTERM and SIGHUP, cancel or leave the job. (default: \(standard))")
  }
}

/// Values of options that need reading.
extension ParsedArguments {
  var schemas: String { value("schemas") ?? "schemas" }

  func deadline(_ context: CommandContext) throws(CommandFailure) -> JobDeadline {
    var seconds = 1_800.0
    if let text = value("timeout") {
      guard let given = Double(text), given > 0, given <= 31_536_000 else {
        throw CommandFailure(
          .usage, "--timeout: expected a number of seconds, not \(ValueText.quoted(text))")
      }
      seconds = given
    }
    return JobDeadline(after: .seconds(seconds), context.environment.clock)
  }

  /// The limit on the cost of jobs that are submitted from now on.
  func budget(_ context: CommandContext) throws(CommandFailure) -> CallOptions.Budget? {
    guard let text = value("max-cost") else {
      if has("allow-unpriced") {
        throw CommandFailure(.usage, "--allow-unpriced needs --max-cost")
      }
      return nil
    }
    guard let limit = Double(text), limit.isFinite, limit >= 0 else {
      throw CommandFailure(
        .usage, "--max-cost: expected an amount in US dollars, not \(ValueText.quoted(text))")
    }
    return CallOptions.Budget(
      limit: limit, allowsUnpriced: has("allow-unpriced"), since: context.environment.date())
  }

  func interruptPolicy(
    _ standard: JobSession.InterruptPolicy
  ) throws(CommandFailure) -> JobSession.InterruptPolicy {
    guard let text = value("on-interrupt") else { return standard }
    guard let policy = JobSession.InterruptPolicy(rawValue: text) else {
      throw CommandFailure(
        .usage, "--on-interrupt: expected cancel or leave, not \(ValueText.quoted(text))")
    }
    return policy
  }

  var download: (directory: String, options: DownloadOptions)? {
    if has("no-download") { return nil }
    return (value("output") ?? ".", DownloadOptions(allowedHosts: Set(values("allow-host"))))
  }

  func requestedModel() throws -> RequestedModel {
    try RequestedModel.find(
      operands[0], schemas: schemas, needsSchema: !has("no-validate"))
  }

  func requestBody(
    for model: RequestedModel, _ context: CommandContext
  ) throws -> RequestBody {
    if has("validate-remote-media"), has("no-validate") {
      throw CommandFailure(
        .usage, "--validate-remote-media can't be combined with --no-validate")
    }
    let allowed = values("allow").map { ValidationRule(rawValue: $0) }
    return try RequestBody(
      model,
      RequestBody.Options(
        input: value("input"), assignments: values("set"),
        policy: has("no-validate") ? .off : .allowing(Set(allowed)),
        validatesRemoteMedia: has("validate-remote-media"), fillsIn: has("mock"),
        home: context.variable("HOME")))
  }

  func printer(of command: String, _ context: CommandContext) -> EventPrinter {
    let style: EventPrinter.Style =
      has("json") ? .json : context.terminal.map { .terminal($0) } ?? .plain
    return EventPrinter(style, of: command, console: context.console)
  }
}
