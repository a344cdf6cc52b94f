import Foundation

/// Small model files.
extension Sandbox {
  /// Adds a model with these properties, as JSON text.
  func addModel(
    _ id: String, at file: String? = nil, required: String = #"["prompt"]"#,
    properties: String = #"{"prompt": {"type": "string"}}"#
  ) throws {
    try write(
      "schemas/" + (file ?? id + ".json"),
      """
      {
        "model_id": "\(id)",
        "input": {
          "type": "object",
          "required": \(required),
          "properties": \(properties)
        }
      }
      """)
  }

  /// Two vendors, three models.
  static func withThreeModels() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.addModel("acme/boat-1/edit")
    try sandbox.addModel("acme/boat-1/text-to-image")
    try sandbox.addModel("zeta/film-2")
    return sandbox
  }

  static let filesOfThreeModels = [
    "AcmeModels/Acme.Boat1.Edit.swift", "AcmeModels/Acme.Boat1.TextToImage.swift",
    "ZetaModels/Zeta.Film2.swift",
  ]

  /// The Swift files below the output folder.
  func generatedFiles() throws -> [String] {
    guard exists("Generated") else { return [] }
    return try snapshot("Generated").keys.filter { $0.hasSuffix(".swift") }.sorted()
  }

  /// Generates bindings and returns what changed, as `--check` announces it.
  func changes(_ words: String...) -> [String] {
    let words = ["generate", "--schemas", "@schemas", "--output", "@Generated"] + words
    let announced = run(words + ["--check"]).outLines
    _ = run(words)
    return announced.filter { !$0.hasSuffix(".modelgen.json") }
  }
}
