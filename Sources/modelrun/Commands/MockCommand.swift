import BodyChecks
import CommandLines
import MockService
import ModelFiles
import SchemaRules
import ToolSupport

/// `modelrun mock`: a service on this machine, until Ctrl-C.
enum MockCommand: Command {
  static let spec = CommandSpec(
    name: "mock", summary: "Starts a service of the model files on this machine.",
    options: [
      .value("port", "number", "where to listen (default: any port that is free)"),
      SharedOptions.schemas,
      .value("script", "file", "faults to play, as JSON"),
    ])

  static func run(
    _ arguments: ParsedArguments, _ surroundings: Surroundings
  ) async throws -> ExitCode {
    let console = surroundings.console
    var options = MockService.Options()
    options.port = try port(arguments.value("port"))
    let script = try arguments.value("script").map(script)
    let service: MockService
    do throws(MockFailure) {
      if let script { options.faults = try FaultScript(parsing: script.bytes, file: script.origin) }
      service = try .start(schemas: arguments.schemas, options: options)
    } catch {
      throw error.commandFailure
    }
    defer { service.stop() }
    console.report(service.diagnostics.filter { $0.severity == .error })
    console.out(service.baseURL.absoluteString)
    console.error(
      """
      Ctrl-C ends it. Any token will do. In another terminal:
        RUNCOMFY_TOKEN=any modelrun run <model> --base-url \(service.baseURL.absoluteString)
      """)
    await surroundings.interrupts.wait()
    return .interrupted
  }

  private static func script(_ path: String) throws(CommandFailure) -> BodyText {
    try BodyText(reading: path)
  }

  private static func port(_ text: String?) throws(CommandFailure) -> UInt16 {
    guard let text else { return 0 }
    guard let port = UInt16(text) else {
      throw CommandFailure(
        .usage, "--port takes a number from 0 to 65535, not \(ValueText.quoted(text))")
    }
    return port
  }
}
