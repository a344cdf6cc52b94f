import Foundation
import ModelCore
import TestSupport
import Testing

@testable import ModelTesting

/// Clients that know nothing of this package.
@Suite("Other HTTP clients") struct ForeignClientTests {
  private func start() throws -> MockService {
    var options = MockService.Options()
    options.pace = Pace(
      queueLength: 2, perPosition: .milliseconds(100), running: .milliseconds(100))
    return try MockService.start(schemas: Repository.schemas, options: options)
  }

  /// Runs a program. Nil where there is none of this name.
  private func run(_ program: String, _ words: [String]) throws -> ChildProcess.Ending? {
    let ending = try ChildProcess("/usr/bin/env", [program] + words, in: Repository.root).end()
    guard ending.code != 127 else {
      print("skipped: there is no \(program)")
      return nil
    }
    return ending
  }

  @Test("An independent client in Python downloads its image")
  func python() throws {
    let service = try start()
    defer { service.stop() }
    let folder = try TemporaryFolder()
    let script = Repository.root + "/Tests/ModelTestingTests/Clients/client.py"
    let words = [
      script, service.baseURL.absoluteString, "bytedance/dreamina-4-0/text-to-image",
      #"{"prompt": "a boat"}"#,
      folder.root,
    ]
    let python = environment("MODELGEN_PYTHON") ?? "python3"
    guard let ending = try run(python, words) else { return }
    #expect(ending.code == 0, "\(ending.error)")
    let seen = try JSONValue(parsing: Array(ending.out.utf8))
    print("client in Python: \(seen)")
    #expect(seen["seen"]?.array?.last == "completed" && seen["sizes"]?.array?.count == 1)
    let file = try Data(contentsOf: URL(fileURLWithPath: folder.path("0.png")))
    #expect(file.starts(with: [0x89, 0x50]))
    #expect(service.submissionCount == 2)
  }

  @Test("An independent decoder reads all kinds of files without errors")
  func decoder() throws {
    let folder = try TemporaryFolder()
    // Sizes that aren't multiples of a block, of a byte, or of the letters.
    for (width, height) in [(852, 480), (130, 94), (16, 16), (1_921, 1_083)] {
      for kind in [MediaKind.image, .video, .audio] {
        let settings = OutputSettings(
          kind: kind, count: 1, width: kind == .video ? width & ~1 : width,
          height: kind == .video ? height & ~1 : height, seconds: 2, digest: 0xEFE9_ED6C)
        let file = "\(width).\(OutputFile.ending(kind))"
        try folder.write(file, OutputFile.bytes(kind, 0, of: settings, model: "acme/boat"))
        let words = ["-v", "error", "-xerror", "-i", folder.path(file), "-f", "null", "-"]
        guard let ending = try run("ffmpeg", words) else { return }
        #expect(ending.code == 0 && ending.error.isEmpty, "\(file): \(ending.error)")
      }
    }
  }

  /// The commands of a model's page, host, token and id filled in.
  private func commands(of page: String) throws -> [String] {
    let text = try String(contentsOfFile: page, encoding: .utf8)
    // The copies of some pages have the next paragraph right behind the last quote.
    let command = /curl --request (?:[^\n]*\\\n)+ *(?:--header "[^"]*"|--data '[^']*')/
    return text.matches(of: command).map { String($0.output) }
  }

  @Test("The curl lines of the pages work as they stand, with the host replaced")
  func curl() throws {
    guard let seeds = environment("MODELGEN_SEEDS") else {
      print("skipped: MODELGEN_SEEDS names no folder of pages")
      return
    }
    let service = try start()
    defer { service.stop() }
    for file in try FileManager.default.contentsOfDirectory(atPath: seeds).sorted() {
      var id: String?
      var count = 0
      for command in try commands(of: seeds + "/" + file) {
        let line = command.replacing(
          "https://model-api.runcomfy.net", with: service.baseURL.absoluteString
        )
        .replacing("<token>", with: "any").replacing("{request_id}", with: id ?? "none")
        guard let ending = try run("sh", ["-c", line.replacing("curl ", with: "curl -sS ")])
        else {
          return
        }
        let answer = try? JSONValue(parsing: Array(ending.out.utf8))
        #expect(answer?["request_id"]?.string != nil, "\(file): \(line)\n\(ending)")
        if id == nil { id = answer?["request_id"]?.string }
        count += 1
      }
      print("\(file): \(count) curl commands answered")
    }
    #expect(service.submissionCount > 0)
  }
}
