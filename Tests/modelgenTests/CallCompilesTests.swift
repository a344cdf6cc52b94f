import Foundation
import ModelCore
import Testing

/// The call that `explain` prints is what a user pastes first.
@Suite("Calls that explain prints") struct CallCompilesTests {
  @Test("The printed call of every model compiles")
  func theCallOfEveryModelCompiles() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "schemas/odd/shapes.json", CallCompilesTests.oddShapes)
    try FileManager.default.copyItem(
      atPath: Repository.schemas + "/bytedance", toPath: sandbox.path("schemas/bytedance"))
    try FileManager.default.copyItem(
      atPath: Repository.schemas + "/wan-ai", toPath: sandbox.path("schemas/wan-ai"))
    #expect(sandbox.generate("--single-module", "--access", "internal").code == .done)
    let list = sandbox.run("models", "--schemas=@schemas", "--json")
    let ids = try JSONDocument(parsing: list.out).root.elements.compactMap { $0["model"]?.string }
    #expect(ids.count > 30)
    var calls = "import ModelRuntime\n"
    for (index, id) in ids.enumerated() {
      let explanation = sandbox.run("explain", id, "--schemas=@schemas", "--json")
      let call = try JSONDocument(parsing: explanation.out).root["call"]?.string
      calls += "let request\(index) = \(try #require(call))\n"
    }
    try sandbox.write("main.swift", calls)
    let sources = try sandbox.generatedFiles().map { "Generated/" + $0 } + ["main.swift"]
    let ending = try BuiltTool.run(
      program: "/usr/bin/env",
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-I", BuiltTool.folder + "/Modules",
        "-Xcc", "-I" + Repository.root + "/Sources/CLibcurl/include",
      ]
        + sources, in: sandbox.root)
    #expect(ending.code == 0, "\(ending.error)\n\(calls)")
  }

  /// Required values of every kind, and defaults of the wrong one.
  private static let oddShapes = """
    {
      "model_id": "odd/shapes",
      "input": {
        "type": "object",
        "required": ["default", "n", "i", "flag", "pick", "picks", "camera", "cameras", "free",
          "any", "images", "nested", "maybe", "undescribed", "above", "numbers"],
        "properties": {
          "default": {"type": "string", "default": "a \\"quote\\" \\\\ \\n"},
          "n": {"type": "number", "minimum": 1e400, "default": "5"},
          "i": {"type": "integer", "minimum": 1e2, "default": 0.5},
          "above": {"type": "integer", "exclusiveMinimum": 3},
          "flag": {"type": "boolean", "default": "yes"},
          "pick": {"type": "string", "enum": ["none", "16:9", "x"], "default": "y"},
          "numbers": {"type": "array", "minItems": 2, "items": {"type": "number"}},
          "picks": {"type": "array", "minItems": 2, "items": {"type": "integer", "enum": [5, 10]}},
          "camera": {"type": "object", "required": ["zoom", "mode", "unknown"], "properties": {
            "zoom": {"type": "number", "minimum": -2}, "note": {"type": "string"},
            "mode": {"type": "string", "enum": ["pan", "tilt"]}}},
          "cameras": {"type": "array", "minItems": 1, "items": {"type": "object",
            "required": ["zoom"], "properties": {"zoom": {"type": "integer"}}}},
          "free": {"type": "object"},
          "any": {"default": {"x": 1}},
          "images": {"type": "array", "minItems": 3, "items":
            {"type": "string", "format": "image_uri"}},
          "nested": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
          "maybe": {"type": "string", "nullable": true}
        }
      }
    }
    """
}
