import Foundation
import Testing

/// `modelgen.json`: what it does, and where it says that something is wrong.
@Suite("Configuration file") struct ConfigurationTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox.withThreeModels()
    try sandbox.addModel(
      "zeta/film-2",
      properties: """
        {"prompt": {"type": "string"}, "text": {"type": "string"},
          "size": {"type": "string", "enum": ["1K", "2K", "auto"]}}
        """)
  }

  private func configure(_ text: String) throws { try sandbox.write("schemas/modelgen.json", text) }

  @Test("The bindings use configured names")
  func chosenNamesAreInTheBindings() throws {
    try configure(
      """
      {
        "access": "package",
        "names": {
          "zeta/film-2": {
            "type": "Movie",
            "properties": {"prompt": "words"},
            "values": {"size": {"1K": "small"}}
          }
        },
        "vendors": {"zeta": {"module": "ZetaKit", "namespace": "Z"}}
      }
      """)
    let outcome = sandbox.generate()
    #expect(outcome.code == .done, "\(outcome.error)")
    let text = try sandbox.read("Generated/ZetaKit/Z.Movie.swift")
    #expect(text.contains("package nonisolated struct Movie: ModelRequest"))
    #expect(text.contains("package var words: String"))
    #expect(text.contains("package static var small: Self"))
    #expect(sandbox.generate().out.isEmpty)
    #expect(sandbox.generate("--access", "public").out == "Generated: 3 files changed\n")
  }

  @Test("A namespace that would hide a common type is refused", arguments: ["Task", "Date", "Job"])
  func hidingNamespace(name: String) throws {
    try configure(#"{"vendors": {"zeta": {"namespace": "\#(name)"}}}"#)
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(
      outcome.error.contains(
        "\"\(name)\" is also a type of Swift, Foundation, SwiftUI or ModelRuntime; choose another"))
  }

  @Test("Changing a name writes only the file of its model")
  func aChangedNameMakesItsModelAnewAndNoOther() throws {
    #expect(sandbox.generate().code == .done)
    try configure(#"{"names": {"zeta/film-2": {"properties": {"prompt": "words"}}}}"#)
    #expect(sandbox.changes() == ["would change Generated/ZetaModels/Zeta.Film2.swift"])
    try sandbox.remove("schemas/modelgen.json")
    #expect(sandbox.changes() == ["would change Generated/ZetaModels/Zeta.Film2.swift"])
  }

  @Test("The configuration file can be in another folder")
  func theFileCanLieElsewhere() throws {
    try sandbox.write("names.json", #"{"vendors": {"zeta": {"module": "ZetaKit"}}}"#)
    #expect(sandbox.generate("--config", "@names.json").code == .done)
    #expect(sandbox.exists("Generated/ZetaKit/Zeta.Film2.swift"))
    let missing = sandbox.generate("--config", "@none.json")
    #expect(missing.code == .inputMissing)
    #expect(missing.error.contains("cannot read none.json"))
  }

  /// Each text holds one mistake; the place is that of `#`, which is left out.
  @Test(
    "All errors have a position, and nothing is written",
    arguments: [
      (#"{"names": #[]}"#, #""names" must be an object"#),
      (#"#[]"#, "the configuration must be an object"),
      (#"{"access": #"open"}"#, #""access" is "public", "package" or "internal""#),
      (#"{#"nams": {}}"#, #"did you mean "names"?"#),
      (#"{#"colour": {}}"#, "the keys are access, names, vendors"),
      (#"{"names": {"zeta/film-2": {#"typ": "X"}}}"#, #"did you mean "type"?"#),
      (#"{"names": {"zeta/film-2": {"type": #"9x"}}}"#, "can't be a Swift name"),
      (#"{"names": {"zeta/film-2": {"type": #"A..B"}}}"#, "can't be a Swift name"),
      (#"{"names": {"zeta/film-2": {"type": #7}}}"#, "can't be a Swift name"),
      (#"{"names": {"zeta/film-2": {"properties": {"prompt": #"a b"}}}}"#, "can't be a Swift name"),
      (#"{"names": {"zeta/film-2": {"properties": #[]}}}"#, #""properties" must be an object"#),
      (#"{"names": {#"zeta/film-22": {}}}"#, #"did you mean "zeta/film-2"?"#),
      (#"{"names": {"zeta/film-2": {"properties": {#"promt": "x"}}}}"#, #"did you mean "prompt"?"#),
      (#"{"names": {"zeta/film-2": {"values": {"size": {#"3K": "x"}}}}}"#, #"no value "3K""#),
      (#"{"names": {"zeta/film-2": {"values": {"text": {#"3K": "x"}}}}}"#, #"no value "3K""#),
      (#"{"vendors": {#"zetta": {}}}"#, #"did you mean "zeta"?"#),
      (#"{"vendors": {"zeta": {#"modul": "X"}}}"#, #"did you mean "module"?"#),
      (#"{"vendors": {"zeta": {"module": #"a/b"}}}"#, "can't be a Swift name"),
      (#"{"vendors": {}, #"vendors": {}}"#, #"duplicate key "vendors""#),
      (#"{"vendors": {},#}"#, "trailing comma before '}'"),
    ])
  func everyMistakeIsLocatedAndNothingIsWritten(marked: String, message: String) throws {
    try configure(marked.replacingOccurrences(of: "#", with: ""))
    let column = marked.prefix { $0 != "#" }.unicodeScalars.count + 1
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(
      outcome.errorLines.first?.hasPrefix("schemas/modelgen.json:1:\(column): error: ") == true,
      "\(outcome.error)")
    #expect(outcome.errorLines.first?.contains(message) == true, "\(outcome.error)")
    #expect(outcome.errorLines.count == 2)
    #expect(!sandbox.exists("Generated"))
  }

  @Test(
    "A configured name that is taken is an error",
    arguments: [
      (#"{"names": {"zeta/film-2": {"properties": {"prompt": #"text"}}}}"#, #"of "text" too"#),
      (
        #"{"names": {"zeta/film-2": {"properties": {"prompt": #"same", "text": "same"}}}}"#,
        #"of "text" too"#
      ),
      (#"{"names": {"zeta/film-2": {"properties": {"prompt": #"init"}}}}"#, "meaning of its own"),
      (
        #"{"names": {"zeta/film-2": {"properties": {"prompt": #"extraFields"}}}}"#,
        "meaning of its own"
      ),
      (#"{"names": {"zeta/film-2": {"values": {"size": {"1K": #"auto"}}}}}"#, #"of "auto" too"#),
      (#"{"names": {"zeta/film-2": {"values": {"size": {"1K": #"none"}}}}}"#, "meaning of its own"),
      (
        #"{"names": {"acme/boat-1/edit": {"type": #"TextToImage"}}}"#,
        #"of "acme/boat-1/text-to-image" too"#
      ),
      (#"{"names": {"zeta/film-2": {"type": #"Output"}}}"#, "meaning of its own"),
      (#"{"vendors": {"zeta": {"module": #"AcmeModels"}}}"#, #"of "acme" too"#),
      (#"{"vendors": {"zeta": {"module": #"acmemodels"}}}"#, #"of "acme" too"#),
      (#"{"vendors": {"zeta": {"module": #"ModelRuntime"}}}"#, "meaning of its own"),
      (#"{"vendors": {"zeta": {"namespace": #"Acme"}}}"#, #"of "acme" too"#),
      (#"{"vendors": {"zeta": {"namespace": #"String"}}}"#, "meaning of its own"),
    ])
  func aChosenNameThatIsTakenIsAnError(marked: String, message: String) throws {
    try configure(marked.replacingOccurrences(of: "#", with: ""))
    let column = marked.prefix { $0 != "#" }.unicodeScalars.count + 1
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("schemas/modelgen.json:1:\(column): error: "), "\(outcome.error)")
    #expect(first.contains(message), "\(outcome.error)")
    #expect(!sandbox.exists("Generated"))
  }

  @Test("Two names may be exchanged")
  func namesMayBeExchanged() throws {
    try configure(
      #"{"names": {"zeta/film-2": {"properties": {"prompt": "text", "text": "prompt"}}}}"#)
    #expect(sandbox.generate().code == .done)
  }

  @Test("All errors are reported at once")
  func everyMistakeIsToldAtOnce() throws {
    try configure(#"{"x": 1, "access": 2, "names": {"a/b": {}}, "vendors": {"c": {}}}"#)
    #expect(sandbox.generate().errorLines.count == 5)
  }

  @Test("An entry for a broken model isn't an error")
  func anEntryOfABrokenModelIsNoMistake() throws {
    #expect(sandbox.generate().code == .done)
    try configure(#"{"names": {"zeta/film-2": {"properties": {"prompt": "words"}}}}"#)
    try sandbox.write("schemas/zeta/film-2.json", "{")
    let outcome = sandbox.generate()
    #expect(outcome.code == .badInput)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.error.hasPrefix("schemas/zeta/film-2.json:1:"))
  }

  @Test("Other commands report errors in the configuration file too")
  func otherCommandsTellOfItToo() throws {
    try configure(#"{"vendors": {"zetta": {}}}"#)
    let outcome = sandbox.run("models", "--schemas=@schemas")
    #expect(outcome.code == .badInput)
    #expect(outcome.outLines.count == 3)
    #expect(outcome.error.hasPrefix("schemas/modelgen.json:1:14: error: "))
  }
}
