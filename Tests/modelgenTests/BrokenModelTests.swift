import Foundation
import Testing
import ToolSupport

/// One bad file neither stops the others nor costs its own bindings.
@Suite("Broken model files") struct BrokenModelTests {
  let sandbox: Sandbox
  let file = "schemas/zeta/film-2.json"
  let bindings = ["ZetaModels/Zeta.Film2.swift"]

  init() throws {
    sandbox = try Sandbox.withThreeModels()
    try sandbox.write(
      "Package.swift",
      """
      // modelgen: begin vendors of Generated
      // modelgen: end vendors of Generated

      """)
  }

  static let damages: [(bytes: [UInt8], place: String)] = [
    (Array("{\"model_id\": \"zeta/film-2\",\n  \"input\": }".utf8), ":2:12"),
    (Array("[1, 2]".utf8), ":1:1"), ([], ":1:1"), (Array("\n  true".utf8), ":2:3"),
    ([0x7B, 0x0A, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D], ":2:2"),
    (Array(#"{"model_id": "zeta/film-2", "input": []}"#.utf8), ":1:38"),
    (Array(#"{"model_id": "zeta/film-2", "input": {"type": "array"}}"#.utf8), ":1:47"),
    (Array(#"{"model_id": "zeta//film-2", "input": {}}"#.utf8), ":1:14"),
    (Array(#"{"model_id": 5, "input": {}}"#.utf8), ":1:14"),
  ]

  @Test(
    "A damaged file is reported with its position, and its previous bindings are kept",
    arguments: damages.indices)
  func aDamagedFileIsLocatedTheOthersAreWrittenAndItsBindingsStay(index: Int) throws {
    #expect(sandbox.generate().code == .done)
    let before = try sandbox.identities("Generated").filter { bindings.contains($0.key) }
    let manifest = try sandbox.read("Package.swift")
    try sandbox.write(file, Self.damages[index].bytes)
    try expectOnlyBoat2IsNew(place: file + Self.damages[index].place + ": error: ")
    #expect(
      try sandbox.identities("Generated").filter { bindings.contains($0.key) } == before)
    #expect(try sandbox.read("Package.swift") == manifest)
  }

  @Test("A dangling link is reported as a file that can't be read")
  func aDanglingLinkIsAFileThatCanNotBeRead() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.remove(file)
    try sandbox.link(file, to: "/nowhere/at/all.json")
    try expectOnlyBoat2IsNew(place: file + ": error: cannot read")
  }

  @Test("A folder with the name of a model file is reported")
  func aFolderWithTheNameOfAModelFileIsTold() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.remove(file)
    try sandbox.makeFolder(file)
    try expectOnlyBoat2IsNew(place: file + ": error: this is a folder")
  }

  @Test("A pipe with the name of a model file is reported without reading it")
  func aPipeWithTheNameOfAModelFileIsToldAndNotWaitedFor() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.remove(file)
    try #require(mkfifo(sandbox.path(file), 0o600) == 0)
    try expectOnlyBoat2IsNew(place: file + ": error: this isn't a regular file")
  }

  @Test("Two model files with the same ID are both rejected")
  func neitherOfTwoModelsWithOneIDIsUsed() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.addModel("zeta/film-2", at: "zeta/copy.json")
    try expectOnlyBoat2IsNew(place: file + ":2:15: error: the id \"zeta/film-2\" stands in")
    #expect(sandbox.generate().error.contains("schemas/zeta/copy.json:2:15: error: "))
  }

  @Test("Previous bindings are kept even if the path isn't the ID")
  func bindingsStayEvenIfThePathNeverWasTheID() throws {
    try sandbox.addModel("other/name", at: "zeta/misplaced.json")
    #expect(sandbox.generate().code == .done)
    let before = try sandbox.identities("Generated")
    try sandbox.write("schemas/zeta/misplaced.json", "{")
    #expect(sandbox.generate().code == .badInput)
    #expect(try sandbox.identities("Generated") == before)
  }

  /// The vendor's namespace is declared in the file of its first model.
  @Test("Kept bindings keep their namespace when other models change")
  func bindingsThatStayKeepTheirNamespaceWhateverHappensBesideThem() throws {
    let first = "ZetaModels/Zeta.Film1.swift"
    let others = "ZetaModels/Namespaces.swift"
    func declaring() throws -> [String] {
      try sandbox.generatedFiles().filter {
        try sandbox.read("Generated/" + $0).contains("enum Zeta {}")
      }.filter { $0.hasPrefix("Zeta") }
    }
    #expect(sandbox.generate().code == .done)
    #expect(try declaring() == bindings)
    try sandbox.write(file, "{")
    try sandbox.addModel("zeta/film-1")
    #expect(sandbox.generate().code == .badInput)
    #expect(try declaring() == bindings)
    try sandbox.addModel("zeta/film-2")
    #expect(sandbox.generate().code == .done)
    #expect(try declaring() == [first])
    try sandbox.remove("schemas/zeta/film-1.json")
    try sandbox.write(file, "{")
    #expect(sandbox.generate().code == .badInput)
    #expect(try declaring() == [others])
    try sandbox.addModel("zeta/film-2")
    #expect(sandbox.generate().code == .done)
    #expect(try declaring() == bindings)
    #expect(!sandbox.exists("Generated/" + others))
  }

  @Test(
    "Bindings of a broken model file are kept even if the data file is missing or has a merge conflict",
    arguments: [nil, "<<<<<<< HEAD\n"])
  func lostManifest(manifest: String?) throws {
    #expect(sandbox.generate().code == .done)
    let before = try sandbox.snapshot("Generated").filter { $0.key.hasSuffix(".swift") }
    try sandbox.remove("Generated/.modelgen.json")
    if let manifest { try sandbox.write("Generated/.modelgen.json", manifest) }
    try sandbox.write(file, "{")
    #expect(sandbox.generate().code == .badInput)
    #expect(try sandbox.snapshot("Generated").filter { $0.key.hasSuffix(".swift") } == before)
    try sandbox.addModel("zeta/film-2")
    #expect(sandbox.generate().code == .done)
    #expect(try sandbox.snapshot("Generated").filter { $0.key.hasSuffix(".swift") } == before)
  }

  @Test("A broken model without previous bindings creates no file")
  func aBrokenModelThatWasNeverGeneratedLeavesNoTrace() throws {
    try sandbox.write("schemas/new/model.json", "{")
    try sandbox.write(
      "schemas/fresh/model/edit.json",
      #"{"model_id": "fresh/model/edit", "input": {"type": "string"}}"#)
    #expect(sandbox.generate().code == .badInput)
    #expect(try sandbox.generatedFiles() == Sandbox.filesOfThreeModels)
    #expect(!(try sandbox.read("Package.swift").contains("Fresh")))
  }

  @Test("Deleting a broken model file deletes its bindings")
  func aBrokenModelsBindingsGoWithItsFile() throws {
    #expect(sandbox.generate().code == .done)
    try sandbox.write(file, "{")
    #expect(sandbox.generate().code == .badInput)
    try sandbox.remove(file)
    #expect(sandbox.generate().code == .done)
    #expect(!sandbox.exists("Generated/ZetaModels"))
  }

  @Test("A folder without model files is an error and deletes nothing")
  func foldersWithoutModelFilesDeleteNothing() throws {
    #expect(sandbox.generate().code == .done)
    let before = try sandbox.snapshot("Generated")
    try sandbox.remove("schemas")
    let missing = sandbox.generate()
    #expect(missing.code == .inputMissing)
    #expect(missing.error.contains("there is no folder schemas; give"))
    try sandbox.write("schemas/modelgen.json", "{}")
    try sandbox.write("schemas/a/x.patch.json", "{}")
    try sandbox.write("schemas/a/readme.txt", "")
    let empty = sandbox.generate()
    #expect(empty.code == .inputMissing)
    #expect(empty.error.contains("there is no model file in schemas; add one"))
    #expect(try sandbox.snapshot("Generated") == before)
  }

  /// A link gives a folder another name, and no file another model.
  @Test("A linked folder is read once")
  func aFolderThatALinkLeadsToIsReadOnce() throws {
    let before = sandbox.run("models", "--schemas=@schemas").out
    try sandbox.link("schemas/aaa", to: "acme")
    try sandbox.link("schemas/zzz", to: "zeta")
    #expect(sandbox.run("models", "--schemas=@schemas").out == before)
  }

  @Test("Circular links are followed once")
  func linksThatLeadInACircleAreNotFollowedForEver() throws {
    try sandbox.link("schemas/acme/up", to: "..")
    try sandbox.link("schemas/zeta/up", to: "..")
    #expect(sandbox.generate().code == .done)
    #expect(try sandbox.generatedFiles() == Sandbox.filesOfThreeModels)
  }

  /// The run ends with 65 after everything that could be written was.
  private func expectOnlyBoat2IsNew(place: String) throws {
    try sandbox.addModel("acme/boat-2")
    let check = sandbox.generate("--check")
    #expect(check.code == .badInput)
    #expect(check.out.contains("would create Generated/AcmeModels/Acme.Boat2.swift\n"))
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(outcome.error.contains(place), "\(outcome.error)")
    #expect(outcome.out == "Generated: 1 file created\n", "\(outcome.out)")
    #expect(outcome.errorLines == check.errorLines)
    for name in bindings { #expect(sandbox.exists("Generated/" + name)) }
    let again = sandbox.generate()
    #expect(again.code == .badInput && again.out.isEmpty)
  }
}
