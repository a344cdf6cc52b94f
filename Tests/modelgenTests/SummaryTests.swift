import Testing

/// The line that `generate` prints when it changes bindings that somebody may be using.
@Suite struct SummaryTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.withThreeModels()
    #expect(sandbox.generate().outLines.allSatisfy { $0.hasPrefix("created ") })
  }

  private func summary() -> String { sandbox.generate().outLines.last ?? "" }

  @Test(arguments: [
    (
      #"["prompt"]"#, #"{"prompt": {"type": "string"}, "a": {"type": "integer"}}"#,
      "1 model changed: 1 additive"
    ),
    (
      #"["prompt", "a"]"#, #"{"prompt": {"type": "string"}, "a": {"type": "integer"}}"#,
      "1 model changed: 1 breaking (Zeta.Film2 needs a)"
    ),
    (
      "[]", #"{"text": {"type": "string"}}"#,
      "1 model changed: 1 breaking (Zeta.Film2.prompt is gone)"
    ),
    (
      #"["prompt"]"#, #"{"prompt": {"type": "integer"}}"#,
      "1 model changed: 1 breaking (Zeta.Film2.prompt is Int now)"
    ),
    (
      #"["prompt"]"#, #"{"prompt": {"type": "string", "maxLength": 7}}"#,
      "1 model changed: 1 in rules"
    ),
    (
      #"["prompt"]"#, #"{"prompt": {"type": "string", "title": "T"}}"#,
      "1 model changed: 1 in documentation"
    ),
  ])
  func oneModel(required: String, properties: String, line: String) throws {
    try sandbox.addModel("zeta/film-2", required: required, properties: properties)
    #expect(summary() == line)
    #expect(sandbox.generate().out.isEmpty)
  }

  @Test func modelsThatGoOrAreCalledOtherwise() throws {
    try sandbox.remove("schemas/zeta/film-2.json")
    try sandbox.addModel("acme/boat.1/edit")
    #expect(
      summary().hasPrefix(
        "3 models changed: 3 breaking (Acme.Boat1.Edit is called Acme.Boat1_x"))
    #expect(sandbox.generate().out.isEmpty)
  }

  @Test func anotherOrderOfArgumentsBreaksCalls() throws {
    let (a, b) = (#""a": {"type": "string"}"#, #""b": {"type": "string"}"#)
    try sandbox.addModel("zeta/film-2", required: #"["a", "b"]"#, properties: "{\(a), \(b)}")
    _ = sandbox.generate()
    try sandbox.addModel("zeta/film-2", required: #"["a", "b"]"#, properties: "{\(b), \(a)}")
    #expect(
      summary() == "1 model changed: 1 breaking (Zeta.Film2 takes its arguments in another order)")
  }

  @Test func narrowerAccessBreaksOtherModules() {
    let line = sandbox.generate("--access", "package").outLines.last ?? ""
    #expect(
      line == "3 models changed: 3 breaking (Acme.Boat1.Edit is package now, "
        + "Acme.Boat1.TextToImage is package now, Zeta.Film2 is package now)")
    #expect(sandbox.generate().outLines.last == "3 models changed: 3 in rules")
  }

  @Test func newModelsAloneAreNoChange() throws {
    try sandbox.addModel("zeta/film-3")
    #expect(sandbox.generate().out == "created Generated/ZetaModels/Zeta.Film3.swift\n")
  }
}
