import ModelRuntime
import Testing
import ToolSupport

@testable import modelrun

/// Bad requests: everything that is wrong is said at once, and nothing leaves the machine.
@Suite("Invalid requests") struct ProblemTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func run(_ words: String...) async -> ToolOutcome {
    let outcome = await sandbox.run(
      ["run", "acme/sketch/draw", "--schemas", "@/schemas"] + words)
    #expect(sandbox.transport.requests.isEmpty, "something was sent")
    return outcome
  }

  @Test("All problems are printed at once")
  func allProblemsAreShownAtOnce() async {
    let outcome = await run(
      "--set", "scale=much", "--set", "count=9", "--set", "style=pensil", "--set", "promt=x",
      "--set", "reference_urls=ftp://x", "--set", "force_single=yes", "--set", "tags=[1,")
    #expect(outcome.code == .badInput && outcome.out.isEmpty)
    #expect(
      outcome.error == """
        modelrun run: error: acme/sketch/draw: 8 problems, nothing was sent
          tags: isn't valid JSON: the text ends inside the array that begins at line 1, column 1 (line 1, column 4 of the value)
          scale: must be a number, not "much"
          promt: isn't a key of the model; did you mean prompt?
          force_single: must be true or false, not "yes"
          prompt: is required
          count: 9 is more than the maximum 4
          style: "pensil" isn't one of the 3 known values (did you mean "pencil"?)
          reference_urls[0]: "ftp://x" is not an http(s) URL or a data URI of an image
        To set a key: --set prompt=…
        To show all keys: modelgen explain acme/sketch/draw

        """)
  }

  @Test("--json reports all problems")
  func withJSONProgramsCanReadThem() async throws {
    let outcome = await run("--set", "count=9", "--json")
    let event = try JSONValue(parsing: Array(outcome.out.utf8))
    #expect(event["event"] == "error" && event["exit"] == 65)
    #expect(event["issues"]?.array?.map { $0["path"] } == ["/prompt", "/count"])
    #expect(event["issues"]?.array?.map { $0["rule"] } == ["required", "maximum"])
  }

  @Test("A value that begins like a known one gets a suggestion")
  func aValueThatBeginsAsPublishedIsEnoughForAHint() async {
    let outcome = await run("--set", "prompt=x", "--set", "style=2048x2048")
    #expect(outcome.error.contains(#"did you mean "2048x2048(1:1)"?"#))
  }

  @Test("The message names the flags that send the request anyway")
  func theWayAroundIsTold() async {
    let outcome = await run("--set", "prompt=x", "--set", "style=oil", "--set", "count=9")
    #expect(
      outcome.error.contains("To send it anyway: --no-validate, or --allow enum --allow maximum"))
  }

  @Test("Invalid JSON is reported with its position")
  func badJSONIsToldWithItsPlace() async throws {
    #expect(
      await run("--input", #"{"prompt": x}"#).error.contains("--input:1:12: "))
    try sandbox.write("body.json", "{\n  \"prompt\": }")
    let outcome = await run("--input", "@@/body.json")
    #expect(outcome.code == .badInput && outcome.error.contains("body.json:2:13: "))
    #expect(await run("--input", "[1]").error.contains("expected a JSON object, not an array"))
    let twice = await run("--input", #"{"prompt": "a", "prompt": "b"}"#)
    #expect(
      twice.code == .badInput && twice.error.contains("--input:1:17: duplicate key \"prompt\""))
  }

  @Test("Missing files have an exit code of their own")
  func filesThatAreNotThereAreToldApart() async {
    let outcome = await run("--set", "prompt=x", "--set", "image_url=@@/none.png")
    #expect(outcome.code == .inputMissing)
    #expect(outcome.error.contains("image_url: cannot read none.png: No such file or directory"))
    let body = await run("--input", "@@/none.json")
    #expect(body.code == .inputMissing && body.error.contains("cannot read none.json"))
  }

  @Test("Invalid --set values are usage errors")
  func wordsThatMakeNoSenseAreUsageErrors() async {
    #expect(await run("--set", "prompt").code == .usage)
    #expect(await run("--set", "=x").code == .usage)
    #expect(await run("--set", "prompt=x", "--set", "prompt=y").code == .usage)
    #expect(await run("--set", "prompt=x", "--timeout", "soon").code == .usage)
    #expect(await run("--set", "prompt=x", "--timeout", "0").code == .usage)
    #expect(await run("--set", "prompt=x", "--on-interrupt", "pray").code == .usage)
    #expect(
      await run("--set", "prompt=x", "--mock", "--base-url", "http://127.0.0.1:1").code == .usage)
    #expect(await run("--set", "prompt=x", "--base-url", "http://example.com").code == .usage)
    #expect(await run("--set", "prompt=x", "--token", "t").code == .usage)
  }

  @Test("An unknown model ID suggests the nearest one")
  func unknownModelsAreAnsweredWithTheNearest() async {
    let outcome = await sandbox.run("run", "acme/scetch/draw")
    #expect(outcome.code == .inputMissing)
    #expect(outcome.error.contains("the nearest are acme/sketch/draw"))
    #expect(outcome.error.contains("--no-validate"))
    let folder = await sandbox.run(["run", "acme/sketch/draw", "--schemas", "@/none"])
    #expect(folder.code == .inputMissing && folder.error.contains("there is no folder none"))
  }

  @Test("A broken model file is invalid input")
  func aBrokenModelFileIsBadInput() async throws {
    try sandbox.write("schemas/acme/broken.json", "{")
    let outcome = await sandbox.run("run", "acme/broken")
    #expect(outcome.code == .badInput && outcome.error.contains("can't be read as a model"))
  }
}

/// Requests that break rules and are sent on purpose.
@Suite("Sending invalid requests") struct SendingAnywayTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    sandbox.takesAJob()
  }

  @Test("Only the allowed violations are sent")
  func onlyWhatIsAllowedPasses() async {
    let words = ["submit", "acme/sketch/draw", "--schemas", "@/schemas", "--set", "prompt=x"]
    let wrong = words + ["--set", "style=oil", "--set", "count=9", "--allow", "enum"]
    #expect(await sandbox.run(wrong).code == .badInput)
    #expect(sandbox.posts == 0)
    #expect(await sandbox.run(wrong + ["--allow", "maximum"]).code == .done)
    #expect(sandbox.sent == ["prompt": "x", "style": "oil", "count": 9])
  }

  @Test("--no-validate sends the request as given")
  func withoutValidationWhatWasTypedIsSent() async {
    let outcome = await sandbox.run(
      "submit", "acme/sketch/draw", "--no-validate", "--set", "scale=much", "--set", "new=1")
    #expect(outcome.code == .done)
    #expect(sandbox.sent == ["scale": "much", "new": 1])
  }

  @Test("A request that can't be created isn't sent")
  func whatCanNotBeMadeIsNotSentEither() async {
    for value in ["tags=[1,", "image_url=@@/none.png"] {
      let outcome = await sandbox.run(
        "submit", "acme/sketch/draw", "--no-validate", "--set", value)
      #expect(outcome.code == .badInput || outcome.code == .inputMissing)
    }
    #expect(sandbox.posts == 0)
  }
}
