import Foundation
import ModelRuntime
import ModelTesting
import ModelTransport
import ToolSupport
@_exported public import TestSupport

@testable import modelrun

/// A folder of its own for a test, with a model file, and the tool at work in it.
final class Sandbox: TestFolder, Sendable {
  let root: String
  let transport: ScriptedTransport
  private let clock = PatientClock()
  let interrupts: Interrupts

  static let token = "tok_0123456789abcdef"

  init() throws {
    root = try Sandbox.makeRoot("modelrun-tests")
    transport = ScriptedTransport(clock: clock)
    interrupts = Interrupts(clock: clock)
    try write("schemas/acme/sketch/draw.json", Sandbox.sketch)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Runs the tool in this process, with words whose leading `@/` stands for the sandbox, against
  /// the scripted service. Waits take no time worth mentioning.
  ///
  /// - Parameters:
  ///   - console: Where it prints instead of into the outcome.
  ///   - printed: Called with everything that goes to standard error, as it comes.
  func run(
    _ words: [String], variables: [String: String] = ["RUNCOMFY_TOKEN": Sandbox.token],
    terminal: Terminal? = nil, clock: (any Clock<Duration>)? = nil,
    console: Console? = nil, printed: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> ToolOutcome {
    let captured = CapturedConsole(printed: printed)
    let context = CommandContext(
      console: console ?? captured.console, terminal: terminal, interrupts: interrupts,
      transport: transport,
      environment: ClientEnvironment(
        clock: clock ?? self.clock, random: { 0.5 },
        date: { Date(timeIntervalSince1970: 1_800_000_000) },
        variable: { variables[$0] }))
    let code = await Modelrun.run(words.map(place), context)
    return captured.outcome(code, in: self)
  }

  func run(_ words: String...) async -> ToolOutcome { await run(words + schemas(for: words)) }

  /// The tests' own folder of models, where a command takes one.
  private func schemas(for words: [String]) -> [String] {
    ["run", "submit"].contains(words.first ?? "") ? ["--schemas", "@/schemas"] : []
  }

  private func place(_ word: String) -> String {
    word.replacingOccurrences(of: "@/", with: root + "/")
  }

  static let sketch = #"""
    {
      "model_id": "acme/sketch/draw",
      "example": {"prompt": "a boat", "scale": 0.25},
      "input": {
        "type": "object",
        "required": ["prompt"],
        "properties": {
          "prompt": {"type": "string", "maxLength": 20},
          "scale": {"type": "number", "minimum": 0, "maximum": 1},
          "count": {"type": "integer", "minimum": 1, "maximum": 4},
          "force_single": {"type": "boolean"},
          "style": {"type": "string", "enum": ["pencil", "ink", "2048x2048(1:1)"]},
          "image_url": {"type": "string", "format": "image_uri"},
          "reference_urls": {
            "type": "array", "maxItems": 2, "items": {"type": "string", "format": "image_uri"}},
          "tags": {"type": "array", "items": {"type": "string"}},
          "seeds": {"type": "array", "items": {"type": "integer"}},
          "note": {"type": ["string", "null"]},
          "limit": {"type": ["number", "null"]},
          "lora": {
            "type": "object", "required": ["path"],
            "properties": {"path": {"type": "string"}, "scale": {"type": "number"}}},
          "loras": {
            "type": "array",
            "items": {
              "type": "object", "required": ["path"],
              "properties": {"path": {"type": "string"}, "scale": {"type": "number"}}}},
          "extra": {}
        }
      }
    }
    """#
}
