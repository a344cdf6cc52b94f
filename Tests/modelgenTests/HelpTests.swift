import Testing

/// The words of the help are part of what users and scripts rely on: a change here is on purpose.
@Suite struct HelpTests {
  @Test func theListOfCommandsReadsAsItDid() throws {
    #expect(
      try Sandbox().run("--help").out == """
        Swift bindings for hosted AI models, made from their JSON schemas.

        USAGE: modelgen <command> [options]

        COMMANDS:
          generate  Writes the bindings of every model file.
          lint      Reports everything doubtful about model files.
          import    Makes model files of documentation pages, catalogues and schemas.
          diff      Tells what changed between two states of model files, and whom it breaks.
          validate  Checks a request body against a model's schema.
          explain   Shows a model's parameters, their rules and the Swift call.
          models    Lists the models and their Swift types.

        Run `modelgen <command> --help` for the options of a command.

        """)
  }

  @Test func theHelpOfGenerateReadsAsItDid() throws {
    #expect(
      try Sandbox().run("generate", "--help").out == """
        Writes the bindings of every model file.

        USAGE: modelgen generate [options]

        OPTIONS:
          --schemas <folder>  the model files (default: schemas)
          --target <folder>   a target's folder instead: its *.model.json, for that target
          --output <folder>   where the bindings go (default: Generated)
          --config <file>     names and access (default: modelgen.json in the schemas folder)
          --pin <model>       write this model's present names into the configuration
          --check             write nothing; exit 1 and list what would change
          --single-module     all files in one folder, for one target
          --access <level>    public, package or internal (default: public)

        """)
  }

  @Test func theHelpOfLintReadsAsItDid() throws {
    #expect(
      try Sandbox().run("lint", "--help").out == """
        Reports everything doubtful about model files.

        USAGE: modelgen lint [<file>…] [options]

        OPTIONS:
          --schemas <folder>  the model files (default: schemas)
          --strict            exit 1 if there is anything to report
          --json              print one JSON document

        """)
  }

  @Test func theHelpOfValidateReadsAsItDid() throws {
    #expect(
      try Sandbox().run("validate", "--help").out == """
        Checks a request body against a model's schema.

        USAGE: modelgen validate <model> [<file>|-] [options]

        OPTIONS:
          --schemas <folder>  the model files (default: schemas)
          --probe             look into local files that the body names
          --json              print one JSON document

        """)
  }

  @Test func theHelpOfDiffReadsAsItDid() throws {
    #expect(
      try Sandbox().run("diff", "--help").out == """
        Tells what changed between two states of model files, and whom it breaks.

        USAGE: modelgen diff <old> <new> [options]

        OPTIONS:
          --json  print one JSON document

        """)
  }

  @Test func theHelpOfExplainReadsAsItDid() throws {
    #expect(
      try Sandbox().run("explain", "--help").out == """
        Shows a model's parameters, their rules and the Swift call.

        USAGE: modelgen explain <model> [options]

        OPTIONS:
          --schemas <folder>  the model files (default: schemas)
          --json              print one JSON document

        """)
  }

  @Test func theHelpOfModelsReadsAsItDid() throws {
    #expect(
      try Sandbox().run("models", "--help").out == """
        Lists the models and their Swift types.

        USAGE: modelgen models [options]

        OPTIONS:
          --schemas <folder>  the model files (default: schemas)
          --json              print one JSON document

        """)
  }
}
