import ModelCore
import Testing

@Suite("modelgen explain") struct ExplainTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  @Test("The explanation of a model is unchanged")
  func theExplanationOfAPublishedModelReadsAsItDid() {
    let outcome = sandbox.run(
      "explain", "bytedance/dreamina-4-0/edit", "--schemas", Repository.schemas)
    #expect(outcome.code == .done && outcome.error.isEmpty)
    #expect(outcome.out == ExplainTests.dreamina)
  }

  @Test("--json has the same content")
  func jsonHoldsTheSame() throws {
    let outcome = sandbox.run(
      "explain", "bytedance/dreamina-4-0/edit", "--schemas", Repository.schemas, "--json")
    #expect(outcome.code == .done && outcome.error.isEmpty)
    let root = try JSONDocument(parsing: outcome.out).root
    #expect(root["model"]?.string == "bytedance/dreamina-4-0/edit")
    #expect(root["type"]?.string == "Bytedance.Dreamina4_0.Edit")
    #expect(root["module"]?.string == "BytedanceModels")
    #expect(root["call"]?.string?.hasPrefix("Bytedance.Dreamina4_0.Edit(\n  imageURLs: [") == true)
    let parameters = root["parameters"]?.elements.map { $0 } ?? []
    #expect(
      parameters.map { $0["name"]?.string } == [
        "imageURLs", "prompt", "widthByHeight", "scale", "forceSingle",
      ])
    #expect(parameters.map { $0["required"]?.bool } == [true, true, false, false, false])
    #expect(parameters[2]["key"]?.string == "width×height")
    #expect(parameters[2]["values"]?.elements.count { _ in true } == 11)
    #expect(parameters[2]["default"]?.string == "2048x2048(1:1)")
    #expect(parameters[3]["type"]?.string == "Double?")
  }

  @Test("A model can be given by its file")
  func aModelCanBeNamedByItsFile() throws {
    let byID = sandbox.run("explain", "zeta/film-2", "--schemas=@schemas")
    #expect(byID.code == .done)
    #expect(sandbox.run("explain", "@schemas/zeta/film-2.json", "--schemas=@schemas") == byID)
    #expect(
      sandbox.run("explain", "@schemas/zeta/../zeta/film-2.json", "--schemas=@schemas") == byID)
    #expect(sandbox.run("explain", "@schemas/zeta/film-2.json", "--schemas=@none") == byID)
    try sandbox.write("bare.json", #"{"type": "object", "properties": {"a": {"type": "string"}}}"#)
    #expect(sandbox.run("explain", "@bare.json", "--schemas=@schemas").code == .done)
  }

  @Test(
    "An unknown model ID suggests the nearest one",
    arguments: [
      ("acme/boat-1/edti", "the nearest are acme/boat-1/edit"),
      ("boat text", "the nearest are acme/boat-1/text-to-image, acme/boat-1/edit"),
      ("nothing-alike", "`modelgen models` lists them"), ("", "`modelgen models` lists them"),
    ])
  func anUnknownModelIsToldWithTheNearest(word: String, message: String) {
    let outcome = sandbox.run("explain", word, "--schemas=@schemas")
    #expect(outcome.code == .inputMissing && outcome.out.isEmpty)
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test("A broken model is reported as broken, and not as unknown")
  func aBrokenModelIsNotCalledUnknown() throws {
    try sandbox.write("schemas/zeta/film-2.json", "{")
    for word in ["zeta/film-2", "@schemas/zeta/film-2.json"] {
      let outcome = sandbox.run("explain", word, "--schemas=@schemas")
      #expect(outcome.code == .badInput && outcome.out.isEmpty)
      #expect(outcome.error.contains("schemas/zeta/film-2.json:1:2: error: "))
    }
  }

  @Test("Required keys without a schema are in the call")
  func requiredKeysWithoutADescriptionAreInTheCall() throws {
    try sandbox.addModel("zeta/film-2", required: #"["prompt", "hidden"]"#)
    let outcome = sandbox.run("explain", "zeta/film-2", "--schemas=@schemas")
    #expect(outcome.out.contains(#"Zeta.Film2(prompt: "…", extraFields: ["hidden": "…"])"#))
  }
}
