import Testing

/// `generate --target`: a target whose model files stand among its sources.
@Suite("generate --target") struct TargetFolderTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.addModel("acme/boat-1/edit", at: "../App/Models/boat.model.json")
    try sandbox.write("App/settings.json", #"{"colour": "blue"}"#)
  }

  @Test("Only *.model.json files are read")
  func onlyFilesWithTheEndingOfModelsAreRead() throws {
    let outcome = sandbox.run("generate", "--target", "@App")
    #expect(
      outcome.outLines == ["App/Generated: 1 file created"])
    #expect(sandbox.exists("App/Generated/Acme.Boat1.Edit.swift"))
    #expect(outcome.error.isEmpty)
    #expect(outcome.code == .done)
  }

  /// The types of a program are internal.
  @Test("The default access level is internal")
  func accessIsInternalUnlessTheConfigurationSaysOtherwise() throws {
    _ = sandbox.run("generate", "--target", "@App")
    #expect(try !sandbox.read("App/Generated/Acme.Boat1.Edit.swift").contains("public"))
    try sandbox.write("App/modelgen.json", #"{"access": "package"}"#)
    #expect(sandbox.run("generate", "--target", "@App").code == .done)
    #expect(
      try sandbox.read("App/Generated/Acme.Boat1.Edit.swift").contains("package nonisolated struct")
    )
  }

  @Test("--check lists files that are out of date")
  func aCheckTellsWhatIsStale() throws {
    _ = sandbox.run("generate", "--target", "@App")
    #expect(sandbox.run("generate", "--target", "@App", "--check").code == .done)
    try sandbox.addModel("acme/boat-2", at: "../App/boat-2.model.json")
    let outcome = sandbox.run("generate", "--target", "@App", "--check")
    #expect(outcome.outLines.first == "would create App/Generated/Acme.Boat2.swift")
    #expect(outcome.code == .found)
  }

  @Test("--target can't be combined with --schemas")
  func aTargetAndAFolderOfSchemasExcludeEachOther() throws {
    let outcome = sandbox.run("generate", "--target", "@App", "--schemas", "@schemas")
    #expect(outcome.code == .usage)
  }
}
