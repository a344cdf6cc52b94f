import Testing
import ToolSupport
import TestSupport

@testable import modelrun

/// Tests of the completions that shells request.
@Suite("Shell completions") struct CompletionTests {
  private func candidates(_ line: String) throws -> [String] {
    let sandbox = try Sandbox()
    return CompletionWords(
      line.replacingOccurrences(of: "SCHEMAS", with: sandbox.path("schemas"))
    ).candidates
  }

  @Test("The first argument completes subcommands")
  func commandsComeFirst() async throws {
    #expect(try candidates("modelrun r") == ["recover", "result", "run"])
    #expect(try candidates("modelrun ").contains("completions"))
    #expect(try candidates("modelrun nonsense ") == [])
  }

  @Test("Model arguments complete the models of the schemas folder")
  func modelsAreThoseOfTheFolder() async throws {
    #expect(try candidates("modelrun run --schemas SCHEMAS ac") == ["acme/sketch/draw"])
    #expect(try candidates("modelrun run --schemas SCHEMAS acme/sketch/draw ac") == [])
    #expect(try candidates("modelrun run --schemas /none ac") == [])
    #expect(try candidates("modelrun wait ac") == [])
  }

  @Test("--set completes keys and values of the model")
  func keysAndTheirValuesAreThoseOfTheModel() async throws {
    let line = "modelrun run acme/sketch/draw --schemas SCHEMAS"
    #expect(try candidates("\(line) --set s") == ["scale=", "style=", "seeds="])
    #expect(try candidates("\(line) --set=st") == ["--set=style="])
    #expect(
      try candidates("\(line) --set style=") == [
        "style=pencil", "style=ink", "style=2048x2048(1:1)",
      ])
    #expect(try candidates("\(line) --set 'style=2") == ["style=2048x2048(1:1)"])
    #expect(try candidates("\(line) --set force_single=t") == ["force_single=true"])
    #expect(try candidates("\(line) --set image_url=@") == [], "the shell offers files")
  }

  @Test("Options of the subcommand are completed")
  func optionsAreThoseOfTheCommand() async throws {
    #expect(try candidates("modelrun wait --no") == ["--no-download"])
    #expect(try candidates("modelrun run a --on-interrupt ") == ["cancel", "leave"])
    #expect(try candidates("modelrun run a --output ") == [])
    #expect(try candidates("modelrun completions ") == ["bash", "fish", "zsh"])
  }

  @Test(
    "Each shell accepts its script",
    arguments: [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
  func everyScriptIsOneOfItsShell(_ shell: String, _ check: String) async throws {
    let sandbox = try Sandbox()
    let script = try await sandbox.start(["completions", shell]).ended()
    #expect(script.code == 0 && script.error.isEmpty)
    try sandbox.write("script", script.out)
    guard let program = Programs.find(shell) else {
      print("\(shell) is not installed: its script was not read")
      return
    }
    let ending = try await ChildProcess(program, [check, "script"], in: sandbox.root).ended()
    #expect(ending.code == 0 && ending.error.isEmpty, "\(ending.error)")
  }

  @Test(
    "fish completes models with its script",
    .enabled(if: Programs.find("fish") != nil, "fish is not installed"))
  func fishCompletesWithItsScript() async throws {
    let sandbox = try Sandbox()
    let tool = ShellWord.quoted(BuildFolder.path)
    let ending = try await ChildProcess(
      try #require(Programs.find("fish")),
      [
        "--no-config", "-c",
        "set -x PATH \(tool) $PATH; modelrun completions fish | source; "
          + "complete -C 'modelrun run acme/sk'",
      ], in: sandbox.root, variables: ["HOME": sandbox.root]
    ).ended()
    #expect(ending.out == "acme/sketch/draw\n", "\(ending.error)")
  }
}
