import ModelCore
import Testing

@Suite("modelgen models") struct ModelsTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.withThreeModels() }

  @Test("The list is sorted and has the Swift types")
  func theListIsSortedAndNamesTheTypes() throws {
    #expect(
      sandbox.run("models", "--schemas=@schemas").out == """
        acme/boat-1/edit           Acme.Boat1.Edit
        acme/boat-1/text-to-image  Acme.Boat1.TextToImage
        zeta/film-2                Zeta.Film2

        """)
  }

  @Test("--json prints one document")
  func jsonIsOneDocument() throws {
    let outcome = sandbox.run("models", "--schemas=@schemas", "--json")
    let rows = try JSONDocument(parsing: outcome.out).root.elements.map { $0 }
    #expect(rows.count == 3 && outcome.error.isEmpty)
    #expect(rows[2]["model"]?.string == "zeta/film-2")
    #expect(rows[2]["type"]?.string == "Zeta.Film2")
    #expect(rows[2]["module"]?.string == "ZetaModels")
    #expect(rows[2]["file"]?.string == "schemas/zeta/film-2.json")
  }

  @Test("A broken file is reported, and the others are listed")
  func aBrokenFileIsToldAndTheOthersAreListed() throws {
    try sandbox.write("schemas/zeta/film-2.json", "{")
    let outcome = sandbox.run("models", "--schemas=@schemas")
    #expect(outcome.code == .badInput)
    #expect(outcome.outLines.count == 2)
    #expect(outcome.error.hasPrefix("schemas/zeta/film-2.json:1:2: error: "))
  }

  @Test("A missing folder exits with 66")
  func aMissingFolderEndsWith66() {
    #expect(sandbox.run("models", "--schemas=@none").code == .inputMissing)
  }
}
