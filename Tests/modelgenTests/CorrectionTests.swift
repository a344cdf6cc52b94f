import Foundation
import Testing

/// Files that correct a vendor's schema: every command must see the corrected model, and a
/// correction that is of no use must not go unnoticed.
@Suite("Corrections") struct CorrectionTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.addModel(
      "zeta/film-2", required: #"["image_urls"]"#,
      properties: """
        {"images": {"type": "array", "items": {"type": "string", "format": "image_uri"}},
            "seed": {"type": "integer", "maximum": 9}}
        """)
    try sandbox.addModel("acme/boat")
  }

  private func correct(_ text: String, at file: String = "schemas/zeta/film-2.patch.json") throws {
    try sandbox.write(file, text)
  }

  private let good = """
    {
      "reason": "The key is called images.",
      "source": "https://example.com/answer",
      "patch": {"input": {"required": ["images"]}}
    }
    """

  @Test("Bindings use the corrected model and document the reason")
  func bindingsAreMadeOfTheCorrectedModelAndSayWhy() throws {
    try correct(good)
    let outcome = sandbox.generate()
    #expect(outcome.code == .done && outcome.error.isEmpty, "\(outcome.error)")
    let text = try sandbox.read("Generated/ZetaModels/Zeta.Film2.swift")
    #expect(text.contains("public var images: [ImageInput]\n"))
    #expect(text.contains("/// Local correction: The key is called images."))
    #expect(text.contains("/// Source of the correction: https://example.com/answer"))
  }

  @Test("A new correction writes only the file of its model")
  func aNewCorrectionMakesItsModelAnewAndNoOther() throws {
    #expect(sandbox.generate().code == .done)
    try correct(good)
    #expect(sandbox.changes() == ["would change Generated/ZetaModels/Zeta.Film2.swift"])
    #expect(sandbox.generate().out.isEmpty)
    try correct(good.replacingOccurrences(of: "The key", with: "It"))
    #expect(sandbox.generate("--check").code == .found)
    try sandbox.remove("schemas/zeta/film-2.patch.json")
    #expect(sandbox.changes() == ["would change Generated/ZetaModels/Zeta.Film2.swift"])
  }

  @Test("All commands use the corrected model")
  func everyCommandSeesTheCorrectedModel() throws {
    try correct(good)
    try sandbox.write("body.json", #"{"images": ["https://example.com/a.png"]}"#)
    for schemas in ["@schemas", "@none"] {
      for model in ["zeta/film-2", "@schemas/zeta/film-2.json"] {
        if schemas == "@none", !model.hasPrefix("@") { continue }
        let verdict = sandbox.run("validate", model, "@body.json", "--schemas", schemas)
        #expect(verdict.code == .done, "\(verdict.out)\(verdict.error)")
        let explanation = sandbox.run("explain", model, "--schemas", schemas)
        #expect(
          explanation.out.contains(
            "Corrected by schemas/zeta/film-2.patch.json: The key is called images. "
              + "(https://example.com/answer)"))
        #expect(explanation.out.contains("images  required, images: [ImageInput]"))
      }
    }
    for words in [["lint", "--schemas=@schemas"], ["lint", "@schemas/zeta/film-2.json"]] {
      #expect(sandbox.run(words) == .init(code: .done, out: "", error: ""))
    }
  }

  @Test("explain --json includes the reason of a correction")
  func explainGivesTheReasonAsJSON() throws {
    try correct(good)
    let outcome = sandbox.run("explain", "zeta/film-2", "--schemas=@schemas", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    let correction = try #require(object["correction"] as? [String: String])
    #expect(
      correction == [
        "reason": "The key is called images.", "source": "https://example.com/answer",
        "file": "schemas/zeta/film-2.patch.json",
      ])
  }

  @Test("A problem in a correction is reported at its position")
  func whatIsWrongInACorrectionIsShownThere() throws {
    try correct(
      """
      {"reason": "r", "patch": {"input": {"properties": {
        "seed": {"maxLenght": 3, "maximum": 9},
        "images": {"minItems": 1}}, "required": ["imagse"]}}}
      """)
    let outcome = sandbox.run("lint", "--schemas=@schemas")
    #expect(outcome.code == .done)
    let places = outcome.errorLines.map { $0.split(separator: " ")[0] }
    #expect(
      places == [
        "schemas/zeta/film-2.patch.json:2:12:", "schemas/zeta/film-2.patch.json:2:39:",
        "schemas/zeta/film-2.patch.json:3:44:",
      ], "\(outcome.error)")
    #expect(outcome.error.contains("this part of the correction changes nothing; take it out"))
    let json = sandbox.run("lint", "--schemas=@schemas", "--json").out
    #expect(json.contains(#""pointer": "/patch/input/properties/seed/maxLenght""#), "\(json)")
  }

  /// Each text holds one mistake; the place is that of `#`, which is left out.
  @Test(
    "A correction without effect is an error",
    arguments: [
      ("#[]", "a correction is an object"),
      (#"#{"patch": {"title": "x"}}"#, #""reason" is missing"#),
      (#"{"reason": #" ", "patch": {"title": "x"}}"#, #""reason" must say something"#),
      (#"{"reason": #7, "patch": {"title": "x"}}"#, #""reason" must say something"#),
      (#"#{"reason": "r"}"#, #""patch" is missing"#),
      (#"{"reason": "r", "patch": #[]}"#, #""patch" must be an object"#),
      (#"{"reason": "r", "patch": #{}}"#, "changes nothing any more; delete the file"),
      (
        #"{"reason": "r", "patch": #{"input": {"properties": {"seed": {"maximum": 9.0}}}}}"#,
        "changes nothing any more; delete the file"
      ),
      (#"{"reason": "r", "patch": {"model_id": #"a/b"}}"#, "can't give a model another id"),
      (#"{"reason": "r", #"pach": {}, "patch": {"title": "x"}}"#, #"did you mean "patch"?"#),
      (#"{"reason": "r", "patch": {"title": "x"}, #"patch": {"title": "y"}}"#, "duplicate key"),
      (#"{"reason": "r", "source": #7, "patch": {"title": "x"}}"#, #""source" must be a string"#),
      (#"{"reason": "r",#}"#, "trailing comma before"),
    ])
  func aCorrectionThatIsOfNoUseIsAnError(marked: String, message: String) throws {
    #expect(sandbox.generate().code == .done)
    let before = try sandbox.snapshot("Generated")
    try correct(marked.replacingOccurrences(of: "#", with: ""))
    let column = marked.prefix { $0 != "#" }.unicodeScalars.count + 1
    for words in [
      ["generate", "--schemas=@schemas", "--output=@Generated"], ["lint", "--schemas=@schemas"],
      ["explain", "zeta/film-2", "--schemas=@schemas"], ["lint", "@schemas/zeta/film-2.json"],
    ] {
      let outcome = sandbox.run(words)
      #expect(outcome.code == .badInput)
      let place = "schemas/zeta/film-2.patch.json:1:\(column): error: "
      #expect(outcome.errorLines.first?.hasPrefix(place) == true, "\(outcome.error)")
      #expect(outcome.error.contains(message), "\(outcome.error)")
    }
    #expect(try sandbox.snapshot("Generated") == before)
  }

  @Test("A correction without a model file is an error, and other models are generated")
  func aCorrectionWithoutAModelIsAnErrorAndKeepsNobodyBack() throws {
    try correct(good, at: "schemas/zeta/film-3.patch.json")
    try sandbox.write("schemas/zeta/film-4.model.json", try sandbox.read("schemas/acme/boat.json"))
    try correct(good, at: "schemas/zeta/film-4.model.patch.json")
    try sandbox.remove("schemas/acme/boat.json")
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(
      outcome.errorLines.contains {
        $0.hasPrefix("schemas/zeta/film-3.patch.json: error: there is no model file")
      }, "\(outcome.error)")
    #expect(outcome.error.contains("call it schemas/zeta/film-4.patch.json"))
    #expect(sandbox.exists("Generated/ZetaModels/Zeta.Film2.swift"))
  }

  @Test("Bare schemas and files of a target can be corrected too")
  func bareSchemasAndFilesOfPluginsAreCorrectedToo() throws {
    try sandbox.write("app/x.model.json", #"{"properties": {"a": {"type": "string"}}}"#)
    try correct(#"{"reason": "r", "patch": {"required": ["a"]}}"#, at: "app/x.patch.json")
    let outcome = sandbox.run("explain", "@app/x.model.json", "--schemas=@none")
    #expect(outcome.out.contains("a  required, a: String"), "\(outcome.out)\(outcome.error)")
  }

  @Test("A folder with the name of a correction is reported")
  func aFolderInPlaceOfACorrectionIsTold() throws {
    try sandbox.makeFolder("schemas/zeta/film-2.patch.json")
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(outcome.error.contains("film-2.patch.json: error: this isn't a regular file"))
  }

  @Test("import compares with the uncorrected model file")
  func importKeepsToTheModelFile() throws {
    try correct(good)
    let outcome = sandbox.run("import", "@schemas/zeta/film-2.json", "--schemas=@schemas")
    #expect(outcome.out == "unchanged schemas/zeta/film-2.json\n", "\(outcome.error)")
  }

  /// The path of a bare schema below the folder says which model it is for, however the folder is
  /// written.
  @Test("import recognizes a folder however its path is spelled")
  func importKnowsTheFolderHoweverItIsSpelled() throws {
    try sandbox.write("schemas/zeta/song.json", #"{"type": "object", "properties": {}}"#)
    let outcome = sandbox.run("import", "@schemas/zeta/song.json", "--schemas=@schemas/")
    #expect(outcome.code == .done, "\(outcome.error)")
  }
}
