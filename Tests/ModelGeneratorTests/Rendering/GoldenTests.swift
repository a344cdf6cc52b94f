import Foundation
import ModelGenerator
import ModelSchema
import TestSupport
import Testing

/// Emitted text that is checked in, and compiled and run by other tests.
@Suite("Generated text")
struct GoldenTests {
  @Test("The text for all kinds of fields is unchanged")
  func kinds() throws {
    let tests = Toolchain.repository.appending(path: "Tests/GeneratedTests")
    let files = try emitted(
      [
        "kinds/everything", "kinds/links", "kinds/nested", "kinds/number", "kinds/shared",
        "kinds/wide",
      ], from: tests.appending(path: "schemas"), access: .internal)
    #expect(files.count == 6)
    for file in files { try compare(file, with: tests.appending(path: "Bindings")) }
  }

  @Test("The text of a vendor's model is the one checked in")
  func seedModel() throws {
    let files = try emitted(
      ["bytedance/dreamina-4-0/edit"], from: Toolchain.repository.appending(path: "schemas"),
      access: .public)
    let file = try #require(files.first)
    try compare(file, with: Toolchain.repository.appending(path: "Generated/BytedanceModels"))
  }

  private func emitted(
    _ ids: [String], from folder: URL, access: AccessLevel
  ) throws -> [EmittedFile] {
    let models = try ids.map { id in
      let path = folder.appending(path: id + ".json").path
      let data = try #require(FileManager.default.contents(atPath: path))
      let reading = ModelReader.read(
        ModelFile(path: path, relativePath: id + ".json", bytes: Array(data)))
      return try #require(reading.model)
    }
    return Bindings(models, access: access).files
  }

  private func compare(_ file: EmittedFile, with folder: URL) throws {
    let path = folder.appending(path: file.path).path
    let data = try #require(FileManager.default.contents(atPath: path), "\(path)")
    let golden = String(decoding: data, as: UTF8.self)
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    for (line, expected) in zip(lines(file.text), lines(golden)) { #expect(line == expected) }
    #expect(lines(file.text).count == lines(golden).count)
  }
}
