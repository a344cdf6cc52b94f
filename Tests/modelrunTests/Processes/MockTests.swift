import Foundation
import ModelRuntime
import SchemaValidator
import Testing
import ToolSupport

@testable import modelrun

/// Tests of the commands that need no token, as newcomers and continuous integration use them.
@Suite("run --mock") struct MockTests {
  @Test("The first command of the README downloads an image without a token")
  func theFirstCommandLeavesAPictureWithoutAToken() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(
      ["run", "bytedance/dreamina-4-0/text-to-image", "--mock", "--schemas", Repository.schemas],
      variables: ["RUNCOMFY_TOKEN": nil, "RUNCOMFY_MODEL_API_BASE": "https://nowhere.example"]
    ).ended()
    #expect(ending.code == 0, "\(ending.error)")
    let path = ending.out.split(separator: "\n").first.map(String.init) ?? ""
    #expect(LocalFile.facts(sandbox.path(path))?.format == .png)
  }

  @Test("Missing required keys are filled in and named")
  func requiredKeysThatAreMissingAreFilledInAndNamed() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(
      ["run", "acme/sketch/draw", "--mock", "--set", "count=2", "--no-download"]
    ).ended()
    #expect(ending.code == 0)
    #expect(ending.error.hasPrefix("note: --mock fills in prompt with samples\n"))
  }

  @Test("A model file in any folder can be run")
  func aModelFileFromAnywhereRuns() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("elsewhere/my-model.json", Sandbox.sketch)
    let ending = try await sandbox.start(
      ["run", "elsewhere/my-model.json", "--mock", "--schemas", "none", "--json"]
    ).ended()
    #expect(ending.code == 0, "\(ending.error)")
    #expect(ending.out.contains(#""model":"acme/sketch/draw""#))
  }

  @Test("submit --mock says that the job ends with the command")
  func aSubmissionToItsOwnServiceSaysThatTheJobEndsWithIt() async throws {
    let ending = try await Sandbox().start(
      ["submit", "acme/sketch/draw", "--mock"], variables: ["RUNCOMFY_TOKEN": nil]
    ).ended()
    #expect(ending.code == 0 && ending.out.hasSuffix("\n"))
    #expect(ending.error.contains("To keep a mock service running, use `modelrun mock`"))
  }

  @Test("Invalid values aren't replaced")
  func whatIsWrongStaysWrong() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(["run", "acme/sketch/draw", "--mock", "--set", "count=9"])
      .ended()
    #expect(ending.code == 65 && ending.error.contains("count: 9 is more than the maximum 4"))
  }

  /// The very command, for every model file there is: the body from the example or the defaults,
  /// success, and files on disk.
  @Test("Every model runs", arguments: [Repository.schemas] + corpus)
  func everyModelRuns(_ schemas: String) async throws {
    let ids = ModelSet(try SchemasFolder(schemas)).ids
    #expect(ids.count > 50)
    let sandbox = try Sandbox()
    try await withThrowingTaskGroup(of: (String, ToolOutcome).self) { group in
      for (index, id) in ids.enumerated() {
        if index >= 16 { try await check(try await group.next(), sandbox) }
        group.addTask {
          let words = ["run", id, "--mock", "--schemas", schemas, "--output", "@/out/\(index)"]
          return (id, await sandbox.run(words, clock: ContinuousClock()))
        }
      }
      for try await ending in group { try await check(ending, sandbox) }
    }
  }

  private func check(_ ending: (String, ToolOutcome)?, _ sandbox: Sandbox) async throws {
    let (id, outcome) = try #require(ending)
    #expect(outcome.code == .done, "\(id): \(outcome.error)")
    let files = outcome.out.split(separator: "\n").map(String.init)
    #expect(!files.isEmpty, "\(id) gives no file")
    for file in files {
      let facts = LocalFile.facts(sandbox.path(file))
      #expect(facts?.format.kind != nil, "\(id): \(file) is nothing that a person can open")
    }
  }

  /// More model files, where there are any.
  private static var corpus: [String] {
    ProcessInfo.processInfo.environment["MODELGEN_CORPUS"].map { [$0] } ?? []
  }
}

/// `modelrun mock`: a service for programs in any language.
@Suite("modelrun mock") struct MockCommandTests {
  @Test("Several processes use the same mock service")
  func aServiceThatStaysKnowsTheJobsOfOtherProcesses() async throws {
    let sandbox = try Sandbox()
    let mock = try sandbox.start(["mock"])
    #expect(try await mock.printed { $0.out.hasSuffix("\n") })
    let base = ["--base-url", mock.out.split(separator: "\n").first.map(String.init) ?? ""]
    let submitted = try await sandbox.start(
      ["submit", "acme/sketch/draw", "--set", "prompt=x"] + base
    ).ended()
    #expect(submitted.code == 0, "\(submitted.error)")
    let id = submitted.out.split(separator: "\n").first.map(String.init) ?? ""
    let waited = try await sandbox.start(["wait", id, "--output", "out"] + base).ended()
    #expect(waited.code == 0 && waited.out.hasPrefix("out/"), "\(waited.error)")
    let port = base[1].split(separator: ":").last.map(String.init) ?? ""
    let second = try await sandbox.start(["mock", "--port", port]).ended()
    #expect(second.code == 69 && second.error.contains("port \(port) is in use"))
    mock.interrupt()
    let ending = try await mock.ended()
    #expect(ending.code == 130 && !ending.isCrash)
  }

  @Test("--script plays a fault script")
  func faultsArePlayedFromAScript() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("script.json", #"[{"on": "submit", "status": 503}]"#)
    let mock = try sandbox.start(["mock", "--script", "script.json"])
    #expect(try await mock.printed { $0.out.hasSuffix("\n") })
    let ending = try await sandbox.start(
      ["run", "acme/sketch/draw", "--set", "prompt=x", "--base-url"]
        + mock.out.split(separator: "\n").map(String.init)
    ).ended()
    #expect(ending.code == 3 && ending.error.contains("is unknown"), "\(ending.error)")
    try sandbox.write("bad.json", "[{]")
    let bad = try await sandbox.start(["mock", "--script", "bad.json"]).ended()
    #expect(bad.code == 65 && bad.error.contains("bad.json:1:3"))
  }
}
