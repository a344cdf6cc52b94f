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

  @Test(
    "The printed call meets the rules of the request",
    arguments: [
      (#"{"p": {"type": "string", "minLength": 3}}"#, #""required": ["p"]"#, #"(p: "………")"#),
      (
        #"{"p": {"type": "integer", "minimum": 5, "multipleOf": 8}}"#, #""required": ["p"]"#,
        "(p: 8)"
      ),
      (#"{"p": {"type": ["number", "string"]}}"#, #""required": ["p"]"#, #"(p: "…")"#),
      (#"{"do": {"type": "boolean"}}"#, #""required": ["do"]"#, "(do: true)"),
      (
        #"{"a": {"type": "string"}, "b": {"type": "string"}}"#,
        #""anyOf": [{"required": ["b"]}, {"required": ["a"]}]"#, #"(b: "…")"#
      ),
      (
        #"{"a": {"type": "string"}}"#,
        #""oneOf": [{"properties": {"b": {"type": "string"}}, "required": ["b"]}, {}]"#,
        #"(b: "…")"#
      ),
    ])
  func callIsValid(properties: String, rules: String, call: String) throws {
    try sandbox.write(
      "schemas/acme/call.json",
      #"{"model_id": "acme/call", "input": {"type": "object", "#
        + #""properties": \#(properties), \#(rules)}}"#)
    let outcome = sandbox.run("explain", "acme/call", "--schemas=@schemas")
    #expect(outcome.out.contains("Acme.Call" + call), "\(outcome.out)")
  }

  @Test("Known integers are numbers in --json, and parameters are in the initializer's order")
  func integers() throws {
    try sandbox.write(
      "schemas/acme/call.json",
      #"{"model_id": "acme/call", "input": {"type": "object", "required": ["z"], "properties": "#
        + #"{"a": {"enum": [24, 30]}, "z": {"type": "string"}}}}"#)
    let outcome = sandbox.run("explain", "acme/call", "--schemas=@schemas", "--json")
    let parameters = try JSONDocument(parsing: outcome.out).root["parameters"]?.elements.map(\.self)
    #expect(parameters?.map { $0["name"]?.string } == ["z", "a"])
    #expect(parameters?.last?["values"]?.elements.map { $0["value"]?.number?.int } == [24, 30])
  }

  @Test("Required keys without a schema are in the call")
  func requiredKeysWithoutADescriptionAreInTheCall() throws {
    try sandbox.addModel("zeta/film-2", required: #"["prompt", "hidden"]"#)
    let outcome = sandbox.run("explain", "zeta/film-2", "--schemas=@schemas")
    #expect(outcome.out.contains(#"Zeta.Film2(prompt: "…", extraFields: ["hidden": "…"])"#))
  }
}
