import ModelCore
import Testing

/// Tests of the command line of `modelgen diff`. ModelDiffTests has those of severities.
@Suite("modelgen diff") struct DiffTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.withThreeModels()
    try sandbox.move("schemas", to: "old")
    try sandbox.addModel("acme/boat-1/edit")
    try sandbox.addModel("acme/boat-1/text-to-image")
    try sandbox.addModel("zeta/film-2")
  }

  private func diff(_ words: String...) -> ToolOutcome { sandbox.run(["diff"] + words) }

  @Test("Equal versions print nothing")
  func theSameStateSaysNothing() {
    #expect(diff("@old", "@schemas") == .init(code: .done, out: "", error: ""))
    let file = "zeta/film-2.json"
    #expect(diff("@old/" + file, "@schemas/" + file) == .init(code: .done, out: "", error: ""))
  }

  @Test("Breaking changes exit with 1, and others with 0")
  func breakingChangesEndInOneAndOthersInNone() throws {
    try sandbox.addModel("zeta/film-2", required: "[]")
    let outcome = diff("@old", "@schemas")
    #expect(outcome.code == .found && outcome.error.isEmpty)
    #expect(
      outcome.out == """
        zeta/film-2
          breaking  Zeta.Film2.prompt: may be left out now: String?
                    Unwrap it where you read it, and put it behind the required arguments.

        1 model changed: 1 breaking

        """)
    try sandbox.addModel("zeta/film-2")
    try sandbox.addModel("zeta/film-3")
    let added = diff("@old", "@schemas")
    #expect(added.code == .done)
    #expect(added.out.hasPrefix("zeta/film-3\n  additive  Zeta.Film3: new model\n"))
  }

  @Test("A type that two models shared and no longer share is breaking")
  func splitTypes() throws {
    for folder in ["old", "schemas"] {
      for id in ["acme/one", "acme/two"] {
        let isNew = folder == "schemas" && id == "acme/one"
        try sandbox.write(
          "\(folder)/\(id).json",
          #"{"model_id": "\#(id)", "input": {"type": "object", "properties": {"s": "#
            + #"{"enum": ["a", "b"\#(isNew ? #", "c""# : "")]}}}}"#)
      }
    }
    let outcome = diff("@old", "@schemas")
    #expect(outcome.code == .found)
    #expect(outcome.out.contains("additive  Acme.One.SValue.c: new value"), "\(outcome.out)")
    #expect(
      outcome.out.contains(
        "breaking  Acme.Two.SValue: is a type apart from `Acme.One.SValue` now"))
  }

  @Test("Bindings that aren't public any more are a breaking change")
  func access() throws {
    try sandbox.write("schemas/modelgen.json", #"{"access": "internal"}"#)
    let outcome = diff("@old", "@schemas")
    #expect(outcome.code == .found)
    #expect(
      outcome.out.contains("breaking  access: the bindings are internal now, no longer public"))
    #expect(diff("@schemas", "@old").code == .done)
  }

  @Test("--json has the same content")
  func jsonHoldsTheSame() throws {
    try sandbox.remove("schemas/zeta/film-2.json")
    let outcome = diff("@old", "--json", "@schemas")
    #expect(outcome.code == .found)
    let root = try JSONDocument(parsing: outcome.out).root
    #expect(root["breaking"]?.number?.int == 1 && root["additive"]?.number?.int == 0)
    let change = try #require(root["changes"]?.elements.first { _ in true })
    #expect(change["model"]?.string == "zeta/film-2")
    #expect(change["severity"]?.string == "breaking" && change["kind"]?.string == "model-removed")
    #expect(change["symbol"]?.string == "Zeta.Film2")
    let same = diff("@old", "@old", "--json")
    #expect(try JSONDocument(parsing: same.out).root["changes"]?.kind == .array)
  }

  @Test("Each version is read with its own configuration and corrections")
  func namesAndCorrectionsOfEachSideCount() throws {
    try sandbox.write(
      "schemas/modelgen.json", #"{"names": {"zeta/film-2": {"properties": {"prompt": "words"}}}}"#)
    #expect(
      diff("@old", "@schemas").out.contains("is called `words` now: modelgen.json chooses it"))
    try sandbox.remove("schemas/modelgen.json")
    try sandbox.write(
      "schemas/zeta/film-2.patch.json",
      #"{"reason": "It is short.", "patch": {"input": {"properties": {"prompt": {"maxLength": 9}}}}}"#
    )
    let outcome = diff("@old", "@schemas")
    #expect(outcome.out.contains("breaking  Zeta.Film2.prompt: at most 9 characters now"))
    #expect(outcome.out.contains("cosmetic  Zeta.Film2: is corrected: It is short."))
    #expect(diff("@old/zeta/film-2.json", "@schemas/zeta/film-2.json").code == .found)
  }

  @Test("Bare schemas in two files are compared as one model")
  func bareSchemasOfTwoFilesAreOneModel() throws {
    try sandbox.write("a.json", #"{"properties": {"x": {"type": "string"}}}"#)
    try sandbox.write(
      "b.json", #"{"model_id": "v/m", "input": {"properties": {"x": {"type": "integer"}}}}"#)
    let outcome = diff("@a.json", "@b.json")
    #expect(outcome.out.hasPrefix("v/m\n  breaking  V.M.x: String is now Int\n"), "\(outcome.out)")
  }

  @Test("Broken files are neither added nor removed models")
  func brokenFilesAreNeitherNewNorGone() throws {
    try sandbox.write("schemas/zeta/film-2.json", "{")
    try sandbox.remove("schemas/acme/boat-1/edit.json")
    let outcome = diff("@old", "@schemas")
    #expect(outcome.code == .badInput)
    #expect(outcome.error.contains("schemas/zeta/film-2.json:1:2: error: "))
    #expect(!outcome.out.contains("zeta/film-2") && outcome.out.contains("acme/boat-1/edit"))
    #expect(diff("@old/zeta/film-2.json", "@schemas/zeta/film-2.json").code == .badInput)
  }

  @Test("Missing paths, and a file with a folder, are reported")
  func whatIsMissingOrMixedIsSaid() {
    #expect(diff("@old", "@none").code == .inputMissing)
    #expect(diff("@none.json", "@old/zeta/film-2.json").code == .inputMissing)
    #expect(diff("@old", "@old/zeta/film-2.json").code == .usage)
    #expect(diff("@old").code == .usage)
  }
}
