import Testing

/// The help is part of what users and scripts rely on, so that any change to it is deliberate.
@Suite("Help of modelgen") struct HelpTests {
  @Test("The help of the tool lists the options and all subcommands")
  func tool() throws {
    #expect(
      try Sandbox().run("--help").out == """
        OVERVIEW: Generate Swift bindings for hosted AI models from their JSON schemas.

        USAGE: modelgen <subcommand>

        OPTIONS:
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          generate                Generate bindings for every model file.
          lint                    Report problems in model files.
          import                  Create model files from documentation pages,
                                  catalogues and schemas.
          diff                    Compare two versions of model files and report
                                  breaking changes.
          validate                Validate a request body against a model's schema.
          explain                 Show a model's parameters, their rules and the Swift
                                  call.
          models                  List the models and their Swift types.

          See 'modelgen help <subcommand>' for detailed help.

        """)
  }

  @Test("The help of generate describes each option")
  func generate() throws {
    #expect(
      try Sandbox().run("generate", "--help").out == """
        OVERVIEW: Generate bindings for every model file.

        USAGE: modelgen generate [<options>]

        OPTIONS:
          --schemas <folder>      Read the model files in this folder. (default:
                                  schemas)
          --target <folder>       Generate from the *.model.json files in the folder of
                                  this target, for that target.
          --output <folder>       Write the bindings to this folder. (default:
                                  Generated)
          --config <file>         Read names and access level from this file. (default:
                                  modelgen.json in the schemas folder)
          --pin <model>           Write the current names of this model to the
                                  configuration. (repeatable)
          --check                 Write nothing; list the files that would change and
                                  exit with 1.
          --single-module         Write all files to one folder, for one target.
          --access <level>        Set the access level: public, package or internal.
                                  (default: public)
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test("The help of validate describes its arguments")
  func validate() throws {
    #expect(
      try Sandbox().run("validate", "-h").out == """
        OVERVIEW: Validate a request body against a model's schema.

        USAGE: modelgen validate <model> [<file>|-] [<options>]

        ARGUMENTS:
          <model>                 The ID of the model.
          <file>                  The file with the request body. (default: standard
                                  input)

        OPTIONS:
          --schemas <folder>      Read the model files in this folder. (default:
                                  schemas)
          --probe                 Inspect local media files that the body names.
          --json                  Print one JSON document.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test("The help of lint describes its arguments")
  func lint() throws {
    #expect(
      try Sandbox().run("help", "lint").out == """
        OVERVIEW: Report problems in model files.

        USAGE: modelgen lint [<file>]… [<options>]

        ARGUMENTS:
          <file>                  A model file. (default: all in the schemas folder)

        OPTIONS:
          --schemas <folder>      Read the model files in this folder. (default:
                                  schemas)
          --strict                Exit with 1 if there is any problem.
          --json                  Print one JSON document.
          --version               Show the version.
          -h, --help              Show help information.

        """)
  }

  @Test(
    "The help of each command has an overview, its usage and the common options, in 80 columns",
    arguments: ["generate", "lint", "import", "diff", "validate", "explain", "models"])
  func everyCommand(_ command: String) throws {
    let outcome = try Sandbox().run(command, "--help")
    let lines = outcome.out.split(separator: "\n")
    #expect(outcome.code == .done)
    #expect(lines.first?.hasPrefix("OVERVIEW: ") == true)
    #expect(lines.contains { $0.hasPrefix("USAGE: modelgen \(command)") })
    #expect(outcome.out.contains("\n  -h, --help  ") && outcome.out.contains("\n  --version  "))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
