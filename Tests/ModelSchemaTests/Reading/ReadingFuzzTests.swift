import Foundation
import ModelCore
import ModelSchema
import TestSupport
import Testing

@Suite("Fuzzing the model reader")
struct ReadingFuzzTests {
  private static var iterations: Int {
    TestData.variable("MODELGEN_FUZZ_ITERATIONS").flatMap { Int($0) } ?? 5_000
  }

  @Test("Random schemas give a model or an error, with positions in the file")
  func mutations() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../schemas").standardized.path
    var files = try TestData.files(below: folder, suffix: ".json").map {
      try TestData.bytes(of: "\(folder)/\($0)")
    }
    if let corpus = TestData.corpus {
      files += try TestData.files(below: corpus, suffix: ".json").map {
        try TestData.bytes(of: "\(corpus)/\($0)")
      }
    }
    var mutator = SchemaMutator(seed: 41, files: files)
    var (models, diagnostics) = (0, 0)
    for iteration in 0..<Self.iterations {
      let reading = check(mutator.next(), again: iteration % 10 == 0)
      if reading.model != nil { models += 1 }
      diagnostics += reading.diagnostics.count
    }
    print("fuzz: \(Self.iterations) files, \(models) models, \(diagnostics) diagnostics")
    #expect(models > Self.iterations / 10)
    #expect(models < Self.iterations)
  }

  private func check(_ bytes: [UInt8], again: Bool) -> ModelReading {
    let file = ModelFile(path: "m.json", relativePath: "a/b.json", bytes: bytes)
    let reading = ModelReader.read(file)
    let hasError = reading.diagnostics.contains { $0.severity == .error }
    if (reading.model == nil) != hasError {
      Issue.record("no model without an error, and no error with one: \(text(bytes))")
    }
    let document = try? JSONDocument(parsing: bytes)
    for diagnostic in reading.diagnostics {
      guard let document else { break }
      // No pointer leads to a value whose key stands again after it.
      let isReachable =
        document.hasDuplicateKeys || document.root.node(at: diagnostic.pointer) != nil
      if !isReachable { Issue.record("\(diagnostic.pointer) is not in \(text(bytes))") }
      if diagnostic.place == nil { Issue.record("\(diagnostic) has no place in \(text(bytes))") }
      if diagnostic.message.isEmpty { Issue.record("an empty message for \(text(bytes))") }
    }
    if Set(reading.diagnostics).count < reading.diagnostics.count {
      Issue.record("something is reported twice: \(text(bytes))")
    }
    if again {
      let second = ModelReader.read(file)
      #expect(second.diagnostics == reading.diagnostics)
      #expect(second.model?.input.line == reading.model?.input.line)
    }
    return reading
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
