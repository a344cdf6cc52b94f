import ModelCore
import ModelRuntime
import ToolSupport

/// Options that several commands have.
enum SharedOptions {
  typealias Option = CommandSpec.Option

  static var schemas: Option { .value("schemas", "folder", "the model files (default: schemas)") }
  static var json: Option { .flag("json", "print one JSON document") }
  static var events: Option { .flag("json", "print one line of JSON for each event") }

  static var body: [Option] {
    [
      .value("input", "body", "the request body: JSON, @FILE or - for standard input"),
      .value(
        "set", "key=value", "one key of the body; @FILE where a media file belongs (repeatable)",
        isRepeatable: true),
      .value(
        "allow", "rule", "send though this rule of the schema is broken (repeatable)",
        isRepeatable: true),
      .flag("no-validate", "send whatever the schema says, even without one"),
      .flag("look-at-media", "check the files behind URLs too, by their first bytes"),
    ]
  }

  /// For the commands that a job's id is enough for.
  static var jobService: [Option] {
    [
      service[0],
      .flag("mock", "for run and submit only: `modelrun mock` is a service that stays"),
    ]
  }

  static var service: [Option] {
    [
      .value("base-url", "url", "the service (default: RUNCOMFY_MODEL_API_BASE, or RunComfy)"),
      .flag("mock", "use a service of this command's own: no token, no cost"),
    ]
  }

  static var timeout: Option {
    .value("timeout", "seconds", "give up waiting after so long (default: 1800)")
  }

  static var files: [Option] {
    [
      .value("output", "folder", "where files go (default: .)"),
      .flag("no-download", "print the URLs of files and leave them where they are"),
      .value(
        "allow-host", "host", "download from this host too (repeatable)", isRepeatable: true),
    ]
  }

  static func interrupts(_ standard: JobSession.InterruptPolicy) -> Option {
    .value(
      "on-interrupt", "what",
      "what Ctrl-C, SIGTERM and SIGHUP do: cancel or leave (default: \(standard))")
  }
}

/// Values of options that need reading.
extension ParsedArguments {
  var schemas: String { value("schemas") ?? "schemas" }

  func deadline(_ surroundings: Surroundings) throws(CommandFailure) -> JobDeadline {
    var seconds = 1_800.0
    if let text = value("timeout") {
      guard let given = Double(text), given > 0, given <= 31_536_000 else {
        throw CommandFailure(
          .usage, "--timeout takes a number of seconds, not \(ValueText.quoted(text))")
      }
      seconds = given
    }
    return JobDeadline(after: .seconds(seconds), surroundings.environment.clock)
  }

  func interruptPolicy(
    _ standard: JobSession.InterruptPolicy
  ) throws(CommandFailure) -> JobSession.InterruptPolicy {
    guard let text = value("on-interrupt") else { return standard }
    guard let policy = JobSession.InterruptPolicy(rawValue: text) else {
      throw CommandFailure(
        .usage, "--on-interrupt takes cancel or leave, not \(ValueText.quoted(text))")
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
    for model: RequestedModel, _ surroundings: Surroundings
  ) throws -> RequestBody {
    if has("look-at-media"), has("no-validate") {
      throw CommandFailure(
        .usage, "--look-at-media checks what --no-validate sends unchecked; give one of them")
    }
    let allowed = values("allow").map { ValidationRule(rawValue: $0) }
    return try RequestBody(
      model,
      RequestBody.Wishes(
        input: value("input"), assignments: values("set"),
        policy: has("no-validate") ? .off : .allowing(Set(allowed)),
        looksAtMedia: has("look-at-media"), fillsIn: has("mock"),
        home: surroundings.variable("HOME")))
  }

  func printer(of command: String, _ surroundings: Surroundings) -> EventPrinter {
    let style: EventPrinter.Style =
      has("json") ? .json : surroundings.terminal.map { .terminal($0) } ?? .plain
    return EventPrinter(style, of: command, console: surroundings.console)
  }
}
