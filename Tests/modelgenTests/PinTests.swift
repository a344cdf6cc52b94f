import Testing

/// `generate --pin`: a name that code relies on must be kept when models are added.
@Suite("generate --pin") struct PinTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    for id in ["acme/boat-1/edit", "acme/boat-1/text-to-image", "zeta/film-2"] {
      try sandbox.addModel(
        id,
        properties: #"{"prompt": {"type": "string"}, "promptStyle": {"enum": ["x y", "static"]}}"#)
    }
  }

  private func declarations(_ file: String) throws -> [Substring] {
    try sandbox.read(file).split(separator: "\n").dropFirst()
      .filter { !$0.contains("//") && !$0.contains("prompt_style") }
  }

  @Test("A more canonical model ID doesn't take over a pinned name")
  func aMoreCanonicalTwinTakesNoPinnedName() throws {
    #expect(sandbox.generate().code == .done)
    let file = "Generated/AcmeModels/Acme.Boat1.Edit.swift"
    let before = try declarations(file)
    let pinned = sandbox.generate("--pin", "acme/boat-1/edit")
    #expect(pinned.code == .done, "\(pinned.error)")
    #expect(pinned.out == "created schemas/modelgen.json\n")
    #expect(try declarations(file) == before)
    // A family, a model, a key and a value that are each more canonical, and a vendor's twin.
    try sandbox.addModel("acme/boat.1/edit")
    try sandbox.addModel("ac.me/boat-1/edit")
    try sandbox.addModel("acme./boat-1/edit")
    try sandbox.addModel(
      "acme/boat-1/edit",
      properties: """
        {"prompt": {"type": "string"}, "promptStyle": {"enum": ["x y", "static", "x  y", "x-y"]},
          "prompt_style": {"enum": ["a"]}}
        """)
    let outcome = sandbox.generate()
    #expect(outcome.code == .done, "\(outcome.error)")
    let after = try declarations(file).joined(separator: "\n")
    for line in [
      "nonisolated extension Acme.Boat1 {", "public nonisolated struct Edit: ModelRequest {",
      "public var promptStyle: PromptStyleValue?", "public static var xY: Self",
    ] {
      #expect(after.contains(line), "\(line)")
    }
    #expect(sandbox.run("models", "--schemas=@schemas").out.contains("Acme.Boat1.Edit\n"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test("The existing configuration is kept as it is")
  func whatTheConfigurationHoldsStaysAsItIs() throws {
    try sandbox.write(
      "schemas/modelgen.json",
      """
      {
          "vendors": {"acme": {"namespace": "Shipyard"}},
          "names": {
              "acme/boat-1/edit": {"properties": {"prompt": "words"}}
          }
      }

      """)
    #expect(sandbox.generate("--pin", "acme/boat-1/edit").code == .done)
    #expect(
      try sandbox.read("schemas/modelgen.json") == """
        {
            "vendors": {"acme": {"namespace": "Shipyard", "module": "ShipyardModels"}},
            "names": {
                "acme/boat-1/edit": {"properties": {"prompt": "words", "promptStyle": "promptStyle"}, \
        "type": "Boat1.Edit", "values": {"promptStyle": {"x y": "xY", "static": "static"}}}
            }
        }

        """)
    let again = sandbox.generate("--pin", "acme/boat-1/edit")
    #expect(again == .init(code: .done, out: "", error: ""))
    let another = sandbox.generate("--pin=zeta/film-2", "--pin", "@schemas/acme/boat-1/edit.json")
    #expect(another.code == .done)
    #expect(
      try sandbox.read("schemas/modelgen.json").contains(
        "\n        \"zeta/film-2\": {\n          \"type\": \"Film2\",\n"))
    #expect(sandbox.generate("--check").code == .done)
  }

  @Test("Pinning every model of this repository changes no declaration")
  func pinningEveryModelOfThisRepositoryChangesNoDeclaration() throws {
    let ids = sandbox.run("models", "--schemas", Repository.schemas).outLines.map {
      String($0.prefix { $0 != " " })
    }
    let plain = sandbox.run("generate", "--schemas", Repository.schemas, "--output", "@plain")
    let config = "@pins.json"
    try sandbox.write("pins.json", "{}")
    let pinned = sandbox.run(
      ["generate", "--schemas", Repository.schemas, "--output", "@pinned", "--config", config]
        + ids.flatMap { ["--pin", $0] })
    #expect(plain.code == .done && pinned.code == .done, "\(pinned.error)")
    func bodies(_ folder: String) throws -> [String: ArraySlice<UInt8>] {
      try sandbox.snapshot(folder).mapValues { $0.drop { $0 != UInt8(ascii: "\n") } }
    }
    #expect(ids.count > 60)
    #expect(try bodies("plain") == bodies("pinned"))
  }

  @Test("Unknown models, and --check with --pin, are errors")
  func unknownModelsAndCheckAreRefused() throws {
    let unknown = sandbox.generate("--pin", "acme/boat-1/edti")
    #expect(unknown.code == .inputMissing && unknown.error.contains("acme/boat-1/edit"))
    #expect(sandbox.generate("--pin", "zeta/film-2", "--check").code == .usage)
    #expect(!sandbox.exists("schemas/modelgen.json") && !sandbox.exists("Generated"))
  }

  @Test("explain shows the configured names")
  func explainTellsWhichNamesAreChosen() throws {
    try sandbox.write(
      "schemas/modelgen.json", #"{"names": {"zeta/film-2": {"properties": {"prompt": "words"}}}}"#)
    #expect(sandbox.generate("--pin", "zeta/film-2").code == .done)
    #expect(
      sandbox.run("explain", "zeta/film-2", "--schemas=@schemas").out.contains(
        """
        Names from modelgen.json:
          prompt: words instead of prompt
          pinned to the current names: module, namespace, type, 1 key, 2 values

        Parameters:
        """))
  }
}
