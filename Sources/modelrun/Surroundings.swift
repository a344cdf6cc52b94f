import ModelRuntime
import ModelTransport
import ToolSupport

/// All that a command takes from where it runs. Tests put their own in place.
struct Surroundings: Sendable {
  var console: Console
  /// Where progress is shown; nil where standard error is no terminal.
  var terminal: Terminal?
  var interrupts: Interrupts
  /// The system's own where nil.
  var transport: (any HTTPTransport)?
  var environment = ClientEnvironment()

  func variable(_ name: String) -> String? {
    environment.variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
