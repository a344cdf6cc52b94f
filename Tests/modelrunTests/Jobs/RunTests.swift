import ModelRuntime
import ModelTesting
import ModelTransport
import Testing
import ToolSupport

@testable import modelrun

/// `run` from the submission to the file, as a script sees it.
@Suite("modelrun run") struct RunTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func run(_ words: String...) async -> ToolOutcome {
    await sandbox.run(
      [
        "run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x", "--output",
        "@/out",
      ]
        + words)
  }

  @Test("Results go to standard output, and everything else to standard error")
  func resultsGoToStandardOutputAndTheRestToTheOther() async throws {
    sandbox.takesAJob(.state("in_queue", #", "queue_position": 2"#), .state("in_progress"))
    sandbox.servesTheFile()
    let outcome = await run()
    #expect(outcome.code == .done)
    #expect(outcome.out == "out/1.png\n")
    let lines = outcome.error.split(separator: "\n")
    #expect(lines.first == "submitting acme/sketch/draw")
    #expect(lines.dropFirst().first == "request r-1 of acme/sketch/draw")
    #expect(lines.dropFirst(2).first?.hasPrefix("in queue at 2, ") == true)
    #expect(lines.last?.hasPrefix("succeeded") == true)
    #expect(lines.last?.hasSuffix(", cost $0.03") == true)
    #expect(!outcome.error.contains("\u{1B}") && !outcome.error.contains("\r"))
    #expect(try Files.read(sandbox.path("out/1.png")) == Sandbox.picture)
    #expect(sandbox.posts == 1)
  }

  @Test("--json prints a line for each event")
  func withJSONEveryEventIsALineOfItsOwn() async throws {
    sandbox.takesAJob(.state("in_queue", #", "queue_position": 2"#), .state("in_progress"))
    sandbox.servesTheFile()
    let outcome = await run("--json")
    #expect(outcome.code == .done && outcome.error.isEmpty)
    let events = try outcome.out.split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    let kinds = events.map { $0["event"]?.string ?? "" }
    #expect(kinds.prefix(2) == ["submitting", "submitted"])
    #expect(kinds.suffix(2) == ["finished", "file"])
    #expect(Set(kinds.dropFirst(2).dropLast(2)) == ["status"])
    #expect(events.first?["model"] == "acme/sketch/draw")
    #expect(events.dropFirst().first?["request_id"] == "r-1")
    #expect(
      events.last?["path"] == .string(sandbox.path("out/1.png"))
        || outcome.out.contains("out/1.png"))
    #expect(events.dropLast().last?["output"]?["image"] == .string(Sandbox.file))
  }

  @Test("A data URI in the output is saved too")
  func aFileThatStandsInTheAnswerIsSavedToo() async throws {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": {"image": "data:image/png;base64,iVBORw0KGgo="}"#))
    let outcome = await run()
    #expect(outcome.code == .done && outcome.out == "out/output.png\n", "\(outcome.error)")
    #expect(try Files.read(sandbox.path("out/output.png")) == Sandbox.picture)
  }

  @Test("A web page instead of an image is saved under another name and is an error")
  func aPageInThePlaceOfThePictureIsKeptApartAndEndsTheCommandWithAnError() async throws {
    sandbox.takesAJob(.state("in_progress"))
    sandbox.servesTheFile(Array("<html>Sign in</html>".utf8))
    let outcome = await run()
    #expect(outcome.code == .unavailable && outcome.out.isEmpty)
    #expect(
      outcome.error.contains(
        "not downloaded: https://f.runcomfy.net/1.png: expected an image, received an HTML page "
          + "(20 bytes); it was saved as "))
    #expect(try sandbox.read("out/1.unexpected.html") == "<html>Sign in</html>")
    #expect(!sandbox.exists("out/1.png"))
  }

  @Test("An invalid data URI is printed shortened")
  func aFileInTheAnswerThatIsBrokenIsNotShownWhole() async {
    let data = "data:image/png;base64,!\(String(repeating: "A", count: 500))"
    sandbox.takesAJob(result: .state("succeeded", #", "output": {"image": "\#(data)"}"#))
    let outcome = await run()
    #expect(outcome.code == .badInput && outcome.error.contains("not downloaded: data:image/png;"))
    #expect(!outcome.error.contains(data))
  }

  @Test("--no-download prints the URLs")
  func withoutDownloadTheURLsAreTheResult() async {
    sandbox.takesAJob()
    let outcome = await run("--no-download")
    #expect(outcome.code == .done && outcome.out == "\(Sandbox.file)\n")
    #expect(!sandbox.exists("out"))
  }

  @Test("An output without files is printed")
  func anOutputWithoutFilesIsShownItself() async {
    sandbox.takesAJob(result: .state("succeeded", #", "output": {"text": "a boat"}"#))
    let outcome = await run()
    #expect(outcome.code == .done && outcome.out == "{\n  \"text\": \"a boat\"\n}\n")
  }

  @Test("A failed job exits with 1 and the service's message")
  func aFailedJobEndsWithTheServicesWords() async {
    sandbox.takesAJob(result: .state("failed", #", "error": "the prompt is too plain"# + "\""))
    let outcome = await run()
    #expect(outcome.code == .found && outcome.out.isEmpty)
    #expect(outcome.error.contains("error: the job failed: the prompt is too plain"))
    #expect(!outcome.error.contains("modelrun wait"), "there is no job to resume")
  }

  @Test("A submission with an unknown outcome isn't repeated and is reported")
  func aSubmissionOfUnknownOutcomeIsNeitherRepeatedNorHidden() async {
    sandbox.transport.on(.post, "*", .status(500, body: Array("<html>".utf8)).always)
    let outcome = await run()
    #expect(outcome.code == .submissionUnknown && outcome.code.rawValue == 3)
    #expect(outcome.error.contains("whether the job was submitted is unknown"))
    #expect(outcome.error.contains("It may be charged"))
    #expect(sandbox.posts == 1)
  }

  @Test("An unknown submission whose response named a job prints how to resume it")
  func unknownWithAnID() async {
    sandbox.transport.on(.post, "*", .json(#"{"request_id": "r-1"}"#, status: 500).always)
    let outcome = await run()
    #expect(outcome.code == .submissionUnknown)
    #expect(outcome.error.contains("To resume the job: modelrun wait r-1"))
    #expect(sandbox.posts == 1)
  }

  @Test("A timeout during the submission is reported as a timeout")
  func timeoutInTheSubmission() async {
    sandbox.transport.on(.post, "*", .never.always)
    let outcome = await run("--timeout", "8")
    #expect(outcome.code == .submissionUnknown)
    #expect(outcome.error.contains("timed out before the service answered"))
    #expect(!outcome.error.contains("cancelled"))
  }

  @Test("Failing reads are reported when they begin and when they end")
  func failingReads() async throws {
    let refused = ScriptedAnswer.failure(
      TransportError(.couldNotConnect, "connection refused", nothingSent: true))
    for words in [[], ["--json"]] {
      let sandbox = try Sandbox()
      sandbox.takesAJob(
        refused.times(4), .state("in_queue"), .status(503).times(3), .state("in_queue"))
      let outcome = await sandbox.run(
        ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
          + ["--no-download"] + words)
      #expect(outcome.code == .done)
      guard words == ["--json"] else {
        let lines = outcome.error.split(separator: "\n").map { $0.prefix { $0 != "," } }
        #expect(
          lines.prefix(6) == [
            "submitting acme/sketch/draw", "request r-1 of acme/sketch/draw",
            "in a status not read yet", "in queue", "in queue", "in queue",
          ])
        #expect(outcome.error.contains("reading its status fails: connection refused"))
        continue
      }
      let events = try outcome.out.split(separator: "\n").map {
        try JSONValue(parsing: Array($0.utf8))
      }
      let kinds = events.compactMap { $0["event"]?.string }
      #expect(
        kinds == [
          "submitting", "submitted", "problem", "status", "problem", "status", "status", "finished",
        ])
      #expect(events[2]["status"] == .null && events[4]["status"] == "in_queue")
      #expect(events[2]["message"]?.string?.contains("connection refused") == true)
    }
  }

  @Test("A timeout prints how to resume")
  func aTimeoutTellsTheWayBack() async {
    sandbox.takesAJob(.state("in_queue").always)
    let outcome = await run("--timeout", "20")
    #expect(outcome.code == .temporary)
    #expect(outcome.error.contains("timed out; the job was in queue"))
    #expect(outcome.error.contains("To resume the job: modelrun wait r-1 --output "))
    #expect(sandbox.posts == 1)
  }

  @Test("A file that can't be downloaded is an error that names the file")
  func aFileThatCanNotBeHadFailsTheCommandAndNamesTheFile() async {
    sandbox.takesAJob()
    sandbox.transport.on(.get, "/1.png", .status(404).always)
    let outcome = await run()
    #expect(outcome.code == .unavailable && outcome.out.isEmpty)
    #expect(outcome.error.contains("not downloaded: \(Sandbox.file): "))
  }

  @Test(
    "Files on other hosts need --allow-host",
    arguments: [
      ([String](), ExitCode.unavailable), (["--allow-host", "cdn.example.com"], .done),
    ])
  func filesFromElsewhereNeedAWord(_ words: [String], _ code: ExitCode) async {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": "https://cdn.example.com/1.png""#))
    sandbox.servesTheFile()
    let outcome = await sandbox.run(
      ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
        + ["--output", "@/out"] + words)
    #expect(outcome.code == code)
    #expect(sandbox.exists("out/1.png") == (code == .done))
    #expect(outcome.error.contains("--allow-host cdn.example.com allows it") == (code != .done))
  }

  @Test("The message names the host as --allow-host expects it")
  func theHostToAllowIsNamedAsTheOptionTakesIt() async {
    sandbox.takesAJob(
      result: .state("succeeded", #", "output": "https://[2001:db8::1]:8443/1.png""#))
    let outcome = await run()
    #expect(outcome.error.contains("--allow-host [2001:db8::1] allows it"), "\(outcome.error)")
  }

  @Test("An output folder that can't be written exits with 74")
  func aFolderThatCanNotBeWrittenIsToldApart() async throws {
    sandbox.takesAJob()
    sandbox.servesTheFile()
    try sandbox.write("out", "a file stands here")
    #expect(await run().code == .cannotWrite)
  }
}

/// Exit codes and advice for refusals of the service.
@Suite("Refused submissions") struct RefusalTests {
  @Test(
    "Each refusal has its exit code and advice",
    arguments: [
      (
        400, #"{"error_code": 400004, "error_message": "UserAccountError"}"#, ExitCode.token,
        "The token comes from RUNCOMFY_TOKEN."
      ),
      (400, #"{"error_code": 400002, "error_message": "no balance"}"#, .noBalance, "Add balance"),
      (
        400, #"{"error_code": 400001, "error_message": "no such model"}"#, .inputMissing,
        "runcomfy.com/models"
      ),
      (
        422,
        #"{"error_message": "bad", "detail": [{"loc": ["body", "prompt"], "msg": "too plain"}]}"#,
        .badInput, "prompt: too plain"
      ),
      (401, "", .token, "Check the token"),
      (403, "", .token, "not allowed"),
    ])
  func refusals(_ status: Int, _ body: String, _ code: ExitCode, _ words: String) async throws {
    let sandbox = try Sandbox()
    sandbox.transport.on(.post, "*", .json(body, status: status))
    let outcome = await sandbox.run("run", "acme/sketch/draw", "--set", "prompt=x")
    #expect(outcome.code == code)
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(sandbox.posts == 1)
  }

  @Test("A missing token lists the environment variables")
  func withoutATokenTheNamesAreListed() async throws {
    let sandbox = try Sandbox()
    let words = ["run", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
    let outcome = await sandbox.run(words, variables: [:])
    #expect(outcome.code == .token)
    for name in ModelClient.tokenVariables { #expect(outcome.error.contains(name)) }
    #expect(outcome.error.contains("--mock"))
    let odd = await sandbox.run(words, variables: ["RUNCOMFY_API_KEY": "Bearer \(Sandbox.token)"])
    #expect(odd.code == .token && odd.error.contains("the token in RUNCOMFY_API_KEY begins with"))
    #expect(!odd.error.contains(Sandbox.token))
  }

  @Test("A service that can't be reached exits with 69")
  func aServiceThatIsDownIsUnavailable() async throws {
    let sandbox = try Sandbox()
    sandbox.transport.on(
      .post, "*",
      ScriptedAnswer.failure(TransportError(.couldNotConnect, "refused", nothingSent: true)).always)
    let outcome = await sandbox.run("run", "acme/sketch/draw", "--set", "prompt=x")
    #expect(outcome.code == .unavailable)
    #expect(outcome.error.contains("--base-url"))
  }

  @Test("The token is never printed")
  func theTokenIsNeverPrinted() async throws {
    let sandbox = try Sandbox()
    sandbox.transport.on(
      .post, "*", .json(#"{"error": "bad token \#(Sandbox.token)"}"#, status: 400))
    let outcome = await sandbox.run("run", "acme/sketch/draw", "--set", "prompt=x", "--json")
    #expect(!(outcome.out + outcome.error).contains(Sandbox.token))
  }
}
