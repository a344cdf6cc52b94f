import Testing

@testable import ModelImport

@Suite("Title and description are the page's own, or none")
struct PageTitleTests {
  private func read(_ lines: String..., heading: String? = nil) -> [String] {
    let found = PageTitle(lines: lines, id: "a/b", heading: heading)
    return [found.title, found.description]
  }

  private static let words = "Draws boats on a quiet sea, with every oar in its place."

  @Test("The line above the id, and the sentence below it")
  func aroundID() {
    let found = read("logo", "• Models", "Usage", "A b: boats | 배", "a/b", Self.words, "Contents")
    #expect(found == ["A b: boats | 배", Self.words])
  }

  @Test("A list of contents is no description, a placeholder no title")
  func nothing() {
    #expect(read("Usage", "Boats", "a/b", "Table of contents") == ["Boats", ""])
    #expect(read("modelApiDoc_title", "a/b", "modelApiDoc_tableOfContents") == ["", ""])
    #expect(read("Use the API to run a/b. For inputs, see the model's schema.") == ["", ""])
    #expect(read("modelApiDoc_beforea/bmodelApiDoc_after modelApiDoc_mid") == ["", ""])
  }

  @Test("A page that begins with its title")
  func head() {
    #expect(read("Boats 4K", Self.words, "1. Start", "Run a/b now.") == ["Boats 4K", Self.words])
  }

  @Test("A marked heading counts before all else")
  func heading() {
    #expect(
      read("Home", "Boats", "a/b", Self.words, heading: "Boats") == ["Boats", Self.words])
    #expect(read("# Boats", "", "**a/b**", "", Self.words, heading: "Boats")[1] == Self.words)
  }

  @Test(
    "Names of texts are told from texts",
    arguments: [
      ("modelApiDoc_navInputSchema", true), ("pageTitle.main", true), ("image_urls", false),
      ("promptImage", false), ("Input", false), ("Dreamina 4.0", false), ("e.g. this", false),
      ("a modelApiDoc_b c", true), ("", false),
    ])
  func placeholders(text: String, expected: Bool) {
    #expect(TextQuality.isPlaceholder(text) == expected)
  }

  @Test(
    "English is told from other languages",
    arguments: [
      ("single image URL", TextQuality.english), ("URL immagine singola", .translated),
      ("più URL video", .translated), ("单张图片", .translated), ("Seed", .plain),
      ("The width of the image, in pixels; a naïve one is fine.", .english),
      ("Controls how strongly the prompt ≤ 3 × 4 counts.", .english),
      ("Aspect Ratio (W:H)", .plain),
    ])
  func languages(text: String, expected: TextQuality) {
    #expect(TextQuality(text) == expected)
  }

  @Test("Two schemas and nothing else are a model where its id is given")
  func listOfSchemas() throws {
    let text = Fixtures.oddSchema + "{\"output\": \(Fixtures.output)}"
    let source = ImportSource(path: "x.txt", bytes: Array(text.utf8), modelID: "a/b")
    let model = try #require(ModelImporter.read([source]).models.first)
    #expect(model.id == "a/b")
    #expect(model.output?["type"]?.string == "object")
  }
}
