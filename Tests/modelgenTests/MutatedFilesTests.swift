import Foundation
import Testing
import ToolSupport

/// Whatever bytes stand in model files, the tool ends in good order.
@Suite("Randomly changed files") struct MutatedFilesTests {
  @Test("500 randomly changed model files crash no command")
  func fiveHundredSpoiledFilesCrashNothing() throws {
    let sandbox = try Sandbox()
    var spoiler = Spoiler(seed: 42)
    for index in 0..<500 {
      let bytes = spoiler.spoiled(Repository.sampleFiles[index % Repository.sampleFiles.count])
      try sandbox.write("schemas/v\(index % 7)/m\(index).json", bytes)
    }
    try sandbox.addModel("sound/model")
    let words = ["generate", "--schemas", "schemas", "--output", "Generated"]
    let first = try BuiltTool.run(words, in: sandbox.root)
    #expect(!first.isCrash && first.code == 65)
    #expect(sandbox.exists("Generated/SoundModels/Sound.Model.swift"))
    let before = try sandbox.snapshot("Generated")
    #expect(before.count >= 12)
    for line in first.error.split(separator: "\n") {
      #expect(line.hasPrefix("schemas/"), "\(line)")
    }
    let second = try BuiltTool.run(words, in: sandbox.root)
    #expect(second.code == 65 && second.out.isEmpty)
    #expect(try sandbox.snapshot("Generated") == before)
    for words in [["lint", "--json"], ["models", "--json"]] {
      #expect(try BuiltTool.run(words, in: sandbox.root).code == 65)
    }
  }

  @Test("A randomly changed configuration file crashes no command")
  func aSpoiledConfigurationCrashesNothing() throws {
    let sandbox = try Sandbox.withThreeModels()
    var spoiler = Spoiler(seed: 7)
    let sound = Array(
      #"{"access":"public","names":{"zeta/film-2":{"type":"A.B","properties":{"prompt":"x"}}}}"#
        .utf8)
    for _ in 0..<300 {
      try sandbox.write("schemas/modelgen.json", spoiler.spoiled(sound))
      let outcome = sandbox.generate()
      #expect(outcome.code == .done || outcome.code == .badInput)
    }
  }
}

extension Repository {
  /// The bytes of all model files.
  static let sampleFiles: [[UInt8]] = {
    let names = (try? Files.list(schemas)) ?? []
    return names.filter { $0.hasSuffix(".json") }.compactMap { try? Files.read(schemas + "/" + $0) }
  }()
}

/// Spoils files in the ways that files are spoiled, the same way every time.
struct Spoiler {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(limit, 1)))
  }

  mutating func spoiled(_ sound: [UInt8]) -> [UInt8] {
    var bytes = sound
    for _ in 0...below(4) {
      guard !bytes.isEmpty else { break }
      let index = below(bytes.count)
      let end = min(bytes.count, index + below(40))
      switch below(8) {
      case 0: bytes.removeSubrange(index...)
      case 1: bytes.removeSubrange(index..<end)
      case 2: bytes[index] = UInt8(below(256))
      case 3: bytes.insert(contentsOf: bytes[index..<end], at: below(bytes.count))
      case 4: bytes[index] ^= UInt8(1 << below(8))
      case 5: bytes.insert(contentsOf: Array("{}[]:,\"\\null-1e999".utf8), at: index)
      case 6: bytes.replaceSubrange(index..<end, with: Array("\"\\ud800\\u0000\"".utf8))
      default: swapWords(&bytes)
      }
    }
    return bytes
  }

  /// Keeps the text JSON, mostly, and turns its meaning.
  private mutating func swapWords(_ bytes: inout [UInt8]) {
    let words = [
      "string", "array", "object", "integer", "\"enum\"", "\"items\"", "\"required\"", "\"input\"",
      "\"properties\"", "\"default\"", "\"type\"", "true", "0.5", "\"$ref\": \"#\", \"title\"",
    ]
    let text = String(decoding: bytes, as: UTF8.self)
    let (old, new) = (words[below(words.count)], words[below(words.count)])
    bytes = Array(text.replacingOccurrences(of: old, with: new).utf8)
  }
}
