import Foundation
import JSONTree
import SchemaRules
import Testing

@testable import MockService

/// Clients that know nothing of this package.
@Suite struct ForeignClientTests {
  private func start() throws -> MockService {
    var options = MockService.Options()
    options.pace = Pace(
      queueLength: 2, perPosition: .milliseconds(100), running: .milliseconds(100))
    return try MockService.start(schemas: Repository.schemas, options: options)
  }

  /// Runs a program. Nil where there is none of this name.
  private func run(_ program: String, _ words: [String]) throws -> (
    code: Int32, out: String, error: String
  )? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + words
    let (out, error) = (Foundation.Pipe(), Foundation.Pipe())
    (process.standardOutput, process.standardError) = (out, error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let errors = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      print("skipped: there is no \(program)")
      return nil
    }
    return (process.terminationStatus, text, errors)
  }

  @Test("A client in Python, written from the protocol alone, gets its picture")
  func python() throws {
    let service = try start()
    defer { service.stop() }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let script = Repository.root + "/Tests/MockServiceTests/Clients/client.py"
    let words = [
      script, service.baseURL, "bytedance/dreamina-4-0/text-to-image", #"{"prompt": "a boat"}"#,
      folder,
    ]
    let python = environment("MODELGEN_PYTHON") ?? "python3"
    guard let ending = try run(python, words) else { return }
    #expect(ending.code == 0, "\(ending.error)")
    let seen = try JSONValue(parsing: Array(ending.out.utf8))
    print("client in Python: \(seen)")
    #expect(seen["seen"]?.array?.last == "completed" && seen["sizes"]?.array?.count == 1)
    let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/0.png"))
    #expect(file.starts(with: [0x89, 0x50]))
    #expect(service.submissionCount == 2)
  }

  @Test("A decoder that others wrote reads every kind of file to its end and finds no fault")
  func decoder() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Sizes that are no multiple of a block, of a byte, or of the letters.
    for (width, height) in [(852, 480), (130, 94), (16, 16), (1_921, 1_083)] {
      for kind in [MediaKind.image, .video, .audio] {
        let commission = Commission(
          kind: kind, count: 1, width: kind == .video ? width & ~1 : width,
          height: kind == .video ? height & ~1 : height, seconds: 2, digest: 0xEFE9_ED6C)
        let file = folder.appendingPathComponent("\(width).\(OutputFile.ending(kind))")
        try Data(OutputFile.bytes(kind, 0, of: commission, model: "acme/boat")).write(to: file)
        let words = ["-v", "error", "-xerror", "-i", file.path, "-f", "null", "-"]
        guard let ending = try run("ffmpeg", words) else { return }
        #expect(ending.code == 0 && ending.error.isEmpty, "\(file.path): \(ending.error)")
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
        let line = command.replacing("https://model-api.runcomfy.net", with: service.baseURL)
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
