import Foundation
@_spi(Generated) import ModelCore
import ModelGenerator
import ModelSchema
import SchemaValidator
import TestSupport
import Testing

@Suite("Agreement of bindings and full JSON Schema validation")
struct AgreementTests {
  private struct Sample {
    let model: Model
    let requests: [String]
  }

  private func samples(count: Int, requests: Int, seed: UInt64) throws -> [Sample] {
    var random = SeededGenerator(seed: seed)
    return try (0..<count).map { index in
      let object = RandomObject.make(&random)
      let text = #"{"model_id": "v/m\#(index)", "input": \#(object.schema)}"#
      let file = ModelFile(path: "m\(index).json", relativePath: nil, bytes: Array(text.utf8))
      let model = try #require(ModelReader.read(file).model)
      let requests = (0..<requests).map { _ in "V.M\(index)\(object.arguments(&random))" }
      return Sample(model: model, requests: requests)
    }
  }

  /// Every request's body and issues, one line each, as the emitted code has them.
  private func emittedLines(_ samples: [Sample]) throws -> [Substring] {
    let bindings = BindingsGenerator.generate(
      samples.map { .init($0.model, source: "x") },
      options: BindingsOptions(access: .internal, isSingleModule: true))
    let files = bindings.files.map { (name: $0.path, text: $0.text) }
    let calls = samples.enumerated().map { index, sample in
      "func run\(index)() {\n"
        + sample.requests.map { "  show(\($0))\n" }.joined() + "}\nrun\(index)()\n"
    }
    let main = """
      import ModelRuntime

      func show(_ request: some ModelRequest) {
        let issues = request.validationIssues().map { "\\($0.path.pointer) \\($0.rule)" }
        let body = String(decoding: request.jsonBytes, as: UTF8.self)
        print(body, issues.joined(separator: ","), separator: "\\t")
      }

      """ + calls.joined()
    return try EmittedProgram.run(files + [("main.swift", main)]).split(separator: "\n")
  }

  @Test(
    "Random requests of random models have the same issues at the same paths",
    .enabled(if: EmittedProgram.isPossible, "there is no swiftc beside the modules of this build"))
  func agreement() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["MODELGEN_AGREEMENT_MODELS"].flatMap { Int($0) } ?? 25
    let seed = environment["MODELGEN_AGREEMENT_SEED"].flatMap { UInt64($0) } ?? 1
    let samples = try samples(count: count, requests: 12, seed: seed)
    let lines = try emittedLines(samples)
    #expect(lines.count == samples.count * 12)
    var broken = 0
    for (line, index) in zip(lines, 0...) {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let model = samples[index / 12].model
      let body = try JSONDocument(parsing: String(parts[0])).root
      var issues = ValidationIssues()
      SchemaCheck(schema: model.inputSchema, root: model.inputSchema).check(body, into: &issues)
      let found = issues.issues.map { "\($0.path.pointer) \($0.rule)" }.joined(separator: ",")
      #expect(String(parts[1]) == found, "\(parts[0]) against \(model.inputSchema.text)")
      if !issues.isEmpty { broken += 1 }
    }
    print("compared \(lines.count) requests, \(broken) of them with issues")
    #expect(broken > lines.count / 4 && broken < lines.count)
  }
}
