import Testing

/// The words of the help are part of what users and scripts rely on: a change here is on purpose.
@Suite struct HelpTests {
  @Test func theListOfCommandsReadsAsItDid() async throws {
    let outcome = try await Sandbox().run("--help")
    #expect(
      outcome.out == """
        Runs hosted AI models from the command line.

        USAGE: modelrun <command> [options]

        COMMANDS:
          run          Runs a model and downloads what it makes.
          submit       Submits a job and prints its request id.
          wait         Waits for a job and downloads what it makes.
          status       Shows how far a job is.
          result       Shows what a job gave, without waiting for it.
          cancel       Cancels a job that has not begun to run.
          mock         Starts a service of the model files on this machine.
          completions  Prints completions of commands, models and keys for a shell.

        Run `modelrun <command> --help` for the options of a command.

        """)
  }

  @Test func theHelpOfRunReadsAsItDid() async throws {
    let outcome = try await Sandbox().run(["run", "--help"])
    #expect(
      outcome.out == """
        Runs a model and downloads what it makes.

        USAGE: modelrun run <model> [options]

        OPTIONS:
          --input <body>         the request body: JSON, @FILE or - for standard input
          --set <key=value>      one key of the body; @FILE where a media file belongs (repeatable)
          --allow <rule>         send though this rule of the schema is broken (repeatable)
          --no-validate          send whatever the schema says, even without one
          --look-at-media        check the files behind URLs too, by their first bytes
          --schemas <folder>     the model files (default: schemas)
          --output <folder>      where files go (default: .)
          --no-download          print the URLs of files and leave them where they are
          --allow-host <host>    download from this host too (repeatable)
          --timeout <seconds>    give up waiting after so long (default: 1800)
          --base-url <url>       the service (default: RUNCOMFY_MODEL_API_BASE, or RunComfy)
          --mock                 use a service of this command's own: no token, no cost
          --on-interrupt <what>  what Ctrl-C, SIGTERM and SIGHUP do: cancel or leave (default: cancel)
          --json                 print one line of JSON for each event

        """)
  }

  @Test(arguments: ["submit", "wait", "status", "result", "cancel", "mock", "completions"])
  func everyCommandHasHelp(_ command: String) async throws {
    let outcome = try await Sandbox().run([command, "--help"])
    #expect(outcome.code == .done && outcome.out.contains("USAGE: modelrun \(command)"))
    #expect(outcome.out.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
