import ModelRuntime
import ModelTransport
import ToolSupport

/// The context that a command runs in. Tests replace it.
struct CommandContext: Sendable {
  var console: Console
  /// The terminal for progress, or `nil` if standard error isn't a terminal.
  var terminal: Terminal?
  var interrupts: Interrupts
  /// The transport, or `nil` for the system's.
  var transport: (any HTTPTransport)?
  var environment = ClientEnvironment()

  func variable(_ name: String) -> String? {
    environment.variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
