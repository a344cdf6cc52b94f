import Testing
import ToolSupport

@testable import modelgen

@Suite("Command-line arguments") struct CommandLineTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  @Test("Options are accepted before and after the subcommand, and with an equals sign")
  func optionsMayStandBeforeAndBehindTheCommandAndWithAnEqualsSign() throws {
    #expect(sandbox.run("--schemas", "@schemas", "models").code == .done)
    #expect(sandbox.run("--schemas=@schemas", "--json", "models").code == .done)
    #expect(sandbox.run("models", "--json", "--schemas=@schemas").code == .done)
    let explained = sandbox.run("explain", "--json", "zeta/film-2", "--schemas", "@schemas")
    #expect(explained == sandbox.run("--schemas=@schemas", "explain", "zeta/film-2", "--json"))
    #expect(explained.code == .done)
  }

  @Test(
    "Help goes to standard output with exit code 0",
    arguments: [
      ["--help"], ["-h"], ["help"], ["--check", "--help"], ["--help", "--version"],
    ])
  func helpIsAResultAndNotAComplaint(words: [String]) {
    let outcome = sandbox.run(words)
    #expect(outcome.code == .done)
    #expect(outcome.error.isEmpty)
    #expect(outcome.out.contains("SUBCOMMANDS:"))
  }

  @Test(
    "Every subcommand accepts --help and --version in any position",
    arguments: ["generate", "lint", "validate", "explain", "models"])
  func everyCommandHasHelpAndVersionWhereverTheyStand(command: String) {
    let help = sandbox.run(command, "--help")
    #expect(help.code == .done && help.error.isEmpty)
    #expect(help.out.contains("USAGE: modelgen \(command)"))
    #expect(sandbox.run("--help", command) == help)
    #expect(sandbox.run("help", command) == help)
    #expect(sandbox.run(command, "word", "--nonsense", "-h") == help)
    for words in [[command, "--version"], ["--version", command], ["--version"]] {
      let outcome = sandbox.run(words)
      #expect(outcome.code == .done && outcome.error.isEmpty)
      #expect(outcome.out == ToolVersion.text + "\n")
    }
  }

  @Test("After two dashes, --help is an argument")
  func helpBehindTwoDashesIsAnOperand() {
    let outcome = sandbox.run("explain", "--schemas=@schemas", "--", "--help")
    #expect(outcome.code == .inputMissing)
    #expect(outcome.error.contains(#"there is no model "--help""#))
  }

  @Test("No arguments are a usage error that prints the help")
  func noWordsAtAllAreAUsageErrorThatShowsTheHelp() {
    let outcome = sandbox.run()
    #expect(outcome.code == .usage)
    #expect(outcome.out.isEmpty)
    #expect(outcome.error.contains("SUBCOMMANDS:"))
  }

  @Test(
    "A usage error names the problem and suggests a correction",
    arguments: [
      (["genrate"], #"there is no command "genrate"; did you mean generate?"#),
      (["--schemas", "x", "modles"], #"there is no command "modles"; did you mean models?"#),
      (["help", "lnt"], #"there is no command "lnt"; did you mean lint?"#),
      (["frobnicate"], #"there is no command "frobnicate""#),
      (["--check"], #"there is no command "--check""#),
      (["generate", "--chekc"], "there is no option --chekc; did you mean --check?"),
      (["generate", "--shcemas=x"], "there is no option --shcemas; did you mean --schemas?"),
      (["lint", "--sctrict"], "there is no option --sctrict; did you mean --strict?"),
      (["models", "-x"], "there is no option -x"),
      (["models", "---json"], "there is no option ---json; did you mean --json?"),
      (["models", "--=x"], "there is no option --"),
      (["generate", "--output"], "--output needs a value"),
      (["generate", "--output="], "--output needs a value"),
      (["generate", "--schemas", "--check"], "--schemas needs a value"),
      (["generate", "--check=yes"], "--check takes no value"),
      (["generate", "--output", "a", "--output", "b"], "--output is given twice"),
      (["generate", "word"], #"unexpected argument "word""#),
      (["explain"], "<model> is missing"),
      (["explain", "a", "b"], #"unexpected argument "b""#),
      (
        ["generate", "--access", "open"],
        #"--access: expected public, package or internal, not "open""#
      ),
    ])
  func aSlipIsNamedWithWhatWasProbablyMeant(words: [String], message: String) {
    let outcome = sandbox.run(words)
    #expect(outcome.code == .usage)
    #expect(outcome.out.isEmpty)
    #expect(outcome.errorLines.first?.contains(message) == true, "\(outcome.error)")
  }

  @Test("After two dashes, the first argument is still the subcommand")
  func afterTwoDashesTheFirstWordIsStillTheCommand() throws {
    #expect(
      sandbox.run("--", "models", "x").errorLines.first?.contains("unexpected argument") == true)
    #expect(sandbox.run("--", "--check").errorLines.first?.contains("no command") == true)
  }

  @Test("Text from files can't send control characters to the terminal")
  func textFromFilesCanNeitherColourNorMoveTheTerminal() throws {
    try sandbox.write(
      "schemas/acme/odd.json",
      #"{"model_id": "acme/odd", "description": "\u001b[31mred\u009b2J", "input": {"#
        + #""type": "object", "x\u001b[2J\ny": 1, "properties": {}}}"#)
    let lint = sandbox.run("lint", "--schemas=@schemas")
    let explain = sandbox.run("explain", "acme/odd", "--schemas=@schemas")
    #expect(lint.error.contains(#"x\u{1B}[2J\ny"#), "\(lint.error)")
    for text in [lint.error, explain.out] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}" })
    }
    #expect(lint.errorLines.allSatisfy { $0.hasPrefix("schemas/") })
  }
}
