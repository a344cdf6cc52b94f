import ModelCore
import ModelTesting
import SchemaValidator
import ToolSupport

/// `modelrun mock`: a service on this machine, until Ctrl-C.
enum MockCommand: Command {
  static let spec = CommandSpec(
    name: "mock", summary: "Start a mock service for the model files.",
    options: [
      .value("port", "number", "Listen on this port. (default: any free port)"),
      SharedOptions.schemas,
      .value("script", "file", "Play the fault script in this JSON file."),
    ])

  static func run(
    _ arguments: ParsedArguments, _ context: CommandContext
  ) async throws -> ExitCode {
    let console = context.console
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
      Press Ctrl-C to stop it. Any token is accepted. In another terminal:
        RUNCOMFY_TOKEN=any modelrun run <model> --base-url \(service.baseURL.absoluteString)
      """)
    await context.interrupts.wait()
    return .interrupted
  }

  private static func script(_ path: String) throws(CommandFailure) -> BodyText {
    try BodyText(reading: path)
  }

  private static func port(_ text: String?) throws(CommandFailure) -> UInt16 {
    guard let text else { return 0 }
    guard let port = UInt16(text) else {
      throw CommandFailure(
        .usage, "--port: expected a number from 0 to 65535, not \(ValueText.quoted(text))")
    }
    return port
  }
}
