import Testing

@Suite("generate --check") struct CheckTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  @Test("Nothing is printed if the bindings are up to date")
  func whatIsUpToDateIsSilentlyFine() {
    #expect(sandbox.generate().code == .done)
    #expect(sandbox.generate("--check") == .init(code: .done, out: "", error: ""))
  }

  @Test("All kinds of changes are listed, and nothing is written")
  func everyKindOfChangeIsListedAndNothingIsWritten() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.addModel("zeta/film-2", properties: #"{"prompt": {"type": "number"}}"#)
    try sandbox.addModel("zeta/film-3")
    try sandbox.remove("schemas/acme/boat-1/edit.json")
    let before = try sandbox.identities("Generated")
    let outcome = sandbox.generate("--check")
    #expect(outcome.code == .found)
    #expect(
      outcome.outLines == [
        "would change Generated/AcmeModels/Acme.Boat1.TextToImage.swift",
        "would change Generated/ZetaModels/Zeta.Film2.swift",
        "would create Generated/ZetaModels/Zeta.Film3.swift",
        "would change Generated/.modelgen.json",
        "would delete Generated/AcmeModels/Acme.Boat1.Edit.swift",
      ])
    #expect(outcome.error == "The bindings are out of date. Run `modelgen generate`.\n")
    #expect(try sandbox.identities("Generated") == before)
  }

  @Test("A missing output folder isn't created")
  func nothingIsCreatedWhereThereIsNoOutputFolderYet() {
    #expect(sandbox.generate("--check").code == .found)
    #expect(!sandbox.exists("Generated"))
  }

  @Test("Another layout is a change")
  func theOtherLayoutIsAChange() {
    #expect(sandbox.generate().code == .done)
    #expect(sandbox.generate("--check", "--single-module").code == .found)
    #expect(sandbox.generate("--check", "--access", "internal").code == .found)
  }

  @Test("The checked-in bindings of this repository are up to date")
  func theCheckedInBindingsOfThisRepositoryAreUpToDate() {
    let outcome = sandbox.run(
      "generate", "--check", "--schemas", Repository.schemas, "--output",
      Repository.root + "/Generated")
    #expect(outcome.code == .done, "\(outcome.out)")
  }
}
