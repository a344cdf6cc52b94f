import Testing

/// The help is part of what users and scripts rely on, so that any change to it is deliberate.
@Suite("Help of modelrun") struct HelpTests {
  @Test("The help of the tool lists the options and all subcommands")
  func tool() async throws {
    let outcome = try await Sandbox().run("--help")
    #expect(
      outcome.out == """
        OVERVIEW: Run hosted AI models from the command line.

        USAGE: modelrun <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          run                     Run a model and download its output.
          batch                   Run a model for each line of a file, and continue when
                                  run again.
          submit                  Submit a job and print its request ID.
          wait                    Wait for a job and download its output.
          status                  Show a job's status.
          result                  Show a job's result without waiting for it.
          cancel                  Cancel a job that hasn't started to run.
          jobs                    List the jobs of the journal.
          recover                 Resume the unfinished jobs of the journal, or resolve
                                  an unknown submission.
          mock                    Start a mock service for the model files.
          completions             Print a completion script for a shell.

          See 'modelrun help <subcommand>' for detailed help.

        """)
  }

  @Test("The help of run describes its arguments and options")
  func run() async throws {
    let outcome = try await Sandbox().run(["run", "--help"])
    #expect(
      outcome.out == """
        OVERVIEW: Run a model and download its output.

        USAGE: modelrun run <model> [<options>]

        ARGUMENTS:
          <model>                 The ID of the model.

        OPTIONS:
          --input <body>          Use this request body: JSON, @FILE, or - for standard
                                  input.
          --set <key=value>       Set a key of the body; @FILE attaches a media file.
                                  (repeatable)
          --allow <rule>          Send the request even if it violates this rule.
                                  (repeatable)
          --no-validate           Send the request without validation; no model file is
                                  needed.
          --validate-remote-media Validate the files behind URLs too, by their first
                                  bytes.
          --schemas <folder>      Read the model files in this folder. (default:
                                  schemas)
          --output <folder>       Write files to this folder. (default: .)
          --no-download           Print the URLs of files instead of downloading them.
          --allow-host <host>     Download from this host too. (repeatable)
          --timeout <seconds>     Stop waiting after this many seconds. (default: 1800)
          --key <key>             Submit the job under this key: once, however often the
                                  command is run.
          --max-cost <usd>        Don't submit jobs that could exceed this total cost.
          --allow-unpriced        With --max-cost, submit jobs of unknown price too.
          --no-journal            Don't record the job. (MODELRUN_JOURNAL names the
                                  folder, or is off)
          --base-url <url>        Use the service at this URL. (default:
                                  RUNCOMFY_MODEL_API_BASE, or RunComfy)
          --mock                  Run against a built-in mock service, without a token
                                  or costs.
          --on-interrupt <action> On Ctrl-C, SIGTERM and SIGHUP, cancel or leave the
                                  job. (default: cancel)
          --json                  Print one line of JSON for each event.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test(
    "The help of each command has an overview, its usage and the common options, in 80 columns",
    arguments: [
      "run", "batch", "submit", "wait", "status", "result", "cancel", "jobs", "recover", "mock",
      "completions",
    ])
  func everyCommand(_ command: String) async throws {
    for flag in ["-h", "--help"] {
      let outcome = try await Sandbox().run([command, flag])
      let lines = outcome.out.split(separator: "\n")
      #expect(outcome.code == .done)
      #expect(lines.first?.hasPrefix("OVERVIEW: ") == true)
      #expect(lines.contains { $0.hasPrefix("USAGE: modelrun \(command)") })
      #expect(outcome.out.contains("\n  -h, --help  ") && outcome.out.contains("\n  --version  "))
      #expect(lines.allSatisfy { $0.count <= 80 })
    }
  }
}
