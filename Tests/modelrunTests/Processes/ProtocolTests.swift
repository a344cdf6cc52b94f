import ModelCore
import TestSupport
import Testing

/// The built tool against a service that was written from PROTOCOL.md by other hands, in another
/// language: what both sides of this package have misread together shows here.
@Suite(
  "modelrun against a server in Python",
  .enabled(if: ProtocolServer.python != nil, ProtocolServer.absence))
struct ProtocolTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func words(_ server: ProtocolServer) -> [String] {
    ["run", "acme/sketch/draw", "--set", "prompt=a boat", "--base-url", server.baseURL]
  }

  @Test("run submits, waits and downloads")
  func aRunGoesAllTheWay() async throws {
    let server = try await ProtocolServer("succeed", in: sandbox)
    let ending = try await sandbox.start(words(server) + ["--output", "out"]).ended()
    #expect(ending.code == 0 && ending.out == "out/job-1.png\n")
    #expect(ending.error.contains("request job-1 of acme/sketch/draw\nin queue at 2, "))
    #expect(ending.error.contains("\nin progress, "))
    #expect(ending.error.hasSuffix(", cost $0.03\n"))
    #expect(sandbox.exists("out/job-1.png") && server.submissions == 1)
  }

  @Test(
    "Every failure has exactly one submission",
    arguments: [
      ("fail", Int32(1), "the job failed: the prompt was too plain"),
      ("drop", 3, "whether the job was submitted is unknown"),
      ("trouble", 3, "whether the job was submitted is unknown"),
      ("refuse", 65, "prompt: too plain"),
      ("poor", 78, "Add balance"),
    ])
  func everyBadEndIsOneSubmission(_ behaviour: String, _ code: Int32, _ words: String) async throws
  {
    let server = try await ProtocolServer(behaviour, in: sandbox)
    let ending = try await sandbox.start(self.words(server)).ended()
    #expect(ending.code == code && ending.out.isEmpty)
    #expect(ending.error.contains(words), "\(ending.error)")
    #expect(server.submissions == 1)
    #expect(!ending.error.contains(ProtocolServer.token))
  }

  @Test("A submission that was rate limited is repeated")
  func aSubmissionThatCameTooSoonIsMadeAgain() async throws {
    let server = try await ProtocolServer("busy", in: sandbox)
    let ending = try await sandbox.start(
      ["submit"] + words(server).dropFirst()
    ).ended()
    #expect(ending.code == 0 && ending.out == "job-2\n" && server.submissions == 2)
  }

  @Test("Another process resumes the job")
  func aJobIsComeBackToFromAnotherProcess() async throws {
    let server = try await ProtocolServer("succeed", in: sandbox)
    try sandbox.write("body.json", #"{"prompt": "from standard input"}"#)
    let submitted = try await sandbox.start(
      ["submit", "acme/sketch/draw", "--input", "-", "--base-url", server.baseURL, "--json"],
      input: sandbox.path("body.json")
    ).ended()
    let id = try JSONValue(parsing: Array(submitted.out.utf8))["request_id"]?.string ?? ""
    #expect(id == "job-1")
    let base = ["--base-url", server.baseURL + "/v1"]
    #expect(try await sandbox.start(["status", id] + base).ended().out == "in queue at 2\n")
    let waited = try await sandbox.start(["wait", id, "--json"] + base).ended()
    #expect(waited.code == 0 && waited.out.contains(#""path":"./job-1.png""#))
    #expect(
      try await sandbox.start(["result", id] + base).ended().out.hasSuffix("/files/job-1.png\n"))
    #expect(try await sandbox.start(["cancel", id] + base).ended().code == 1)
    #expect(server.submissions == 1)
  }

  @Test("An environment variable sets the service")
  func theServiceCanBeNamedByTheEnvironment() async throws {
    let server = try await ProtocolServer("succeed", in: sandbox)
    let ending = try await sandbox.start(
      ["status", "job-9"], variables: ["RUNCOMFY_MODEL_API_BASE": server.baseURL]
    ).ended()
    #expect(ending.code == 66 && server.requests == ["GET /v1/requests/job-9/status"])
  }

  @Test("Another token is refused")
  func anotherTokenIsRefused() async throws {
    let server = try await ProtocolServer("succeed", in: sandbox)
    let ending = try await sandbox.start(
      words(server), variables: ["RUNCOMFY_TOKEN": "another-token-1234"]
    ).ended()
    #expect(ending.code == 77 && server.submissions == 1)
    #expect(!ending.error.contains("another-token-1234"))
  }

  @Test(
    "Ctrl-C cancels the job",
    arguments: [("stay", "the job will not run"), ("run", "continues, and will be charged")])
  func theSignalOfATerminalCancels(_ behaviour: String, _ outcome: String) async throws {
    let server = try await ProtocolServer(behaviour, in: sandbox)
    let process = try sandbox.start(words(server))
    #expect(
      try await process.printed {
        $0.error.contains("in queue") || $0.error.contains("in progress")
      })
    process.interrupt()
    let ending = try await process.ended()
    #expect(ending.code == 130 && !ending.isCrash)
    #expect(
      ending.error.contains("modelrun wait job-1 --base-url \(server.baseURL)\n"))
    #expect(ending.error.contains(outcome), "\(ending.error)")
    #expect(server.submissions == 1)
  }
}

/// Ends that need no service.
@Suite("Exit codes of the modelrun program") struct EndingTests {
  @Test("The shell receives the exit codes")
  func exitCodesReachTheShell() async throws {
    let sandbox = try Sandbox()
    let run = ["run", "acme/sketch/draw", "--set", "prompt=x"]
    let commandLines: [([String], Int32)] = [
      ([], 64), (["--version"], 0), (["run", "--help"], 0), (["rum"], 64),
      (run + ["--nonsense"], 64),
      (["run", "acme/none"], 66), (["run", "acme/sketch/draw"], 65),
      (["run", "acme/sketch/draw", "--input", "@none.json"], 66),
      (run + ["--base-url", "http://127.0.0.1:1"], 69), (["completions", "tcsh"], 64),
      (["wait", "a/b"], 65), (["mock", "--port", "http"], 64), (["mock", "--schemas", "none"], 66),
      (["mock", "--script", "none.json"], 66),
    ]
    for (words, code) in commandLines {
      let ending = try await sandbox.start(words).ended()
      #expect(ending.code == code && !ending.isCrash, "\(words): \(ending.code) \(ending.error)")
      #expect(!(ending.out + ending.error).contains("\u{1B}"))
      #expect(!ending.error.contains("Fatal") && !ending.error.contains(".swift:"))
    }
    let without = try await sandbox.start(run, variables: ["RUNCOMFY_TOKEN": nil]).ended()
    #expect(without.code == 77 && without.error.contains("RUNCOMFY_KEY"))
  }
}
