import Foundation
import ModelCore
import Testing
import ToolSupport

/// The built tool in a process of its own: streams, exit codes, and the folder it is started in.
@Suite("The modelgen program") struct ChildProcessTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  @Test("The default folders are schemas and Generated in the current folder")
  func theDefaultsAreSchemasAndGeneratedOfTheFolderOneIsIn() throws {
    let first = try BuiltTool.run(["generate"], in: sandbox.root)
    #expect(first.code == 0 && first.error.isEmpty)
    #expect(try sandbox.generatedFiles() == Sandbox.filesOfThreeModels)
    let second = try BuiltTool.run(["generate"], in: sandbox.root)
    #expect(second.code == 0 && second.out.isEmpty && second.error.isEmpty)
    #expect(try BuiltTool.run(["generate", "--check"], in: sandbox.root).code == 0)
  }

  @Test("The shell receives the exit codes")
  func exitCodesReachTheShell() throws {
    let root = sandbox.root
    #expect(try BuiltTool.run(["generate", "--check"], in: root).code == 1)
    #expect(try BuiltTool.run(["generate", "--nonsense"], in: root).code == 64)
    #expect(try BuiltTool.run([], in: root).code == 64)
    #expect(try BuiltTool.run(["models", "--schemas", "none"], in: root).code == 66)
    try sandbox.write("file", "")
    #expect(try BuiltTool.run(["generate", "--output", "file"], in: root).code == 74)
    try sandbox.write("schemas/zeta/film-2.json", "{")
    #expect(try BuiltTool.run(["lint"], in: root).code == 65)
  }

  @Test("Results and diagnostics go to different streams, without colors")
  func theTwoStreamsAreApartAndWithoutColour() throws {
    try sandbox.write("schemas/zeta/film-2.json", "{")
    let ending = try BuiltTool.run(["models", "--json"], in: sandbox.root)
    #expect(ending.code == 65)
    #expect(try JSONDocument(parsing: ending.out).root.kind == .array)
    #expect(ending.error.hasPrefix("schemas/zeta/film-2.json:1:2: error: "))
    #expect(!(ending.out + ending.error).contains("\u{1B}"))
  }

  @Test("Results that can't be written are an error", .enabled(if: Files.kind("/dev/full") != nil))
  func resultsThatCanNotBeWrittenAreNoSuccess() throws {
    let ending = try BuiltTool.run(["models"], in: sandbox.root, outTo: "/dev/full")
    #expect(ending.code == 74 && !ending.isCrash)
    #expect(ending.error.contains("cannot write standard output"))
  }

  @Test("No error prints a backtrace")
  func noErrorEverShowsABacktrace() throws {
    let commandLines = [
      ["explain", "zeta/none"], ["explain", "none.json"], ["generate", "--config", "schemas"],
      ["generate", "--output", "/proc/none"], ["lint", "/dev/null", "schemas"],
      ["generate", "--schemas", "/dev/null"], ["models", "--schemas", "schemas/zeta/film-2.json"],
    ]
    for words in commandLines {
      let ending = try BuiltTool.run(words, in: sandbox.root)
      #expect(ending.code >= 64 && !ending.isCrash, "\(words): \(ending.code)")
      #expect(!ending.error.isEmpty && ending.error.utf8.count < 500, "\(words)")
      #expect(!ending.error.contains("Fatal") && !ending.error.contains(".swift:"), "\(words)")
    }
  }
}
