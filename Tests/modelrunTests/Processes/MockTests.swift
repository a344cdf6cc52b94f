import MockService
import ModelFiles
import ModelRuntime
import ModelSchema
import Testing
import ToolSupport

@testable import modelrun

/// What a newcomer does in the first minute, and what CI does all day: everything without a token.
@Suite struct MockTests {
  @Test func theFirstCommandLeavesAPictureWithoutAToken() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(
      ["run", "bytedance/dreamina-4-0/text-to-image", "--mock", "--schemas", Repository.schemas],
      variables: ["RUNCOMFY_TOKEN": nil, "RUNCOMFY_MODEL_API_BASE": "https://nowhere.example"]
    ).ended()
    #expect(ending.code == 0, "\(ending.error)")
    let path = ending.out.split(separator: "\n").first.map(String.init) ?? ""
    #expect(LocalFile.facts(sandbox.path(path))?.format == .png)
  }

  @Test func requiredKeysThatAreMissingAreFilledInAndNamed() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(
      ["run", "acme/sketch/draw", "--mock", "--set", "count=2", "--no-download"]
    ).ended()
    #expect(ending.code == 0)
    #expect(ending.error.hasPrefix("note: --mock fills in prompt with samples\n"))
  }

  @Test func whatIsWrongStaysWrong() async throws {
    let sandbox = try Sandbox()
    let ending = try await sandbox.start(["run", "acme/sketch/draw", "--mock", "--set", "count=9"])
      .ended()
    #expect(ending.code == 65 && ending.error.contains("count: 9 is more than the maximum 4"))
  }

  /// One service for all models and no waiting, but else what `run --mock` does: the body from the
  /// example or the defaults, the check, the submission, the files.
  @Test func everyModelOfThisRepositoryRuns() async throws {
    let models = ModelSet(try SchemasFolder(Repository.schemas)).entries
      .compactMap { $0.interpret().model }
    #expect(models.count > 50)
    var options = MockService.Options()
    options.pace = .instant
    let mock = try MockService.start(models: models, options: options)
    defer { mock.stop() }
    let sandbox = try Sandbox()
    let client = try ModelClient(
      token: "any", baseURL: mock.baseURL,
      options: CallOptions(polling: .every(.milliseconds(1))), requestsPerSecond: 10_000)
    let requests = try models.map { model in
      try RequestBody(.described(model), RequestBody.Wishes(fillsIn: true)).request
    }
    for await outcome in client.run(all: requests) {
      let id = requests[outcome.index].modelID
      guard case .success(let result) = outcome.result else {
        Issue.record("\(id): \(outcome.result)")
        continue
      }
      #expect(!result.output.files.isEmpty, "\(id) gives no file")
      for download in await client.download(result.output, to: sandbox.path("out")) {
        let path = try download.path.get()
        #expect((LocalFile.facts(path)?.byteCount.value ?? 0) > 0, "\(id): \(path)")
      }
    }
    #expect(mock.submissionCount == models.count)
  }
}

/// `modelrun mock`: a service for programs in any language.
@Suite struct MockCommandTests {
  @Test func aServiceThatStaysKnowsTheJobsOfOtherProcesses() async throws {
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

  @Test func faultsArePlayedFromAScript() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("script.json", #"[{"on": "submit", "status": 503}]"#)
    let mock = try sandbox.start(["mock", "--script", "script.json"])
    #expect(try await mock.printed { $0.out.hasSuffix("\n") })
    let ending = try await sandbox.start(
      ["run", "acme/sketch/draw", "--set", "prompt=x", "--base-url"]
        + mock.out.split(separator: "\n").map(String.init)
    ).ended()
    #expect(ending.code == 1 && ending.error.contains("is unknown"), "\(ending.error)")
    try sandbox.write("bad.json", "[{]")
    let bad = try await sandbox.start(["mock", "--script", "bad.json"]).ended()
    #expect(bad.code == 65 && bad.error.contains("bad.json:1:3"))
  }
}
