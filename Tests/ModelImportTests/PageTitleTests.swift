import Testing

@testable import ModelImport

@Suite("Titles and descriptions of pages")
struct PageTitleTests {
  private func read(_ lines: String..., heading: String? = nil) -> [String] {
    let found = PageTitle(lines: lines, id: "a/b", heading: heading)
    return [found.title, found.description]
  }

  private static let words = "Draws boats on a quiet sea, with every oar in its place."

  @Test("The title is above the ID, and the description below it")
  func aroundID() {
    let found = read("logo", "• Models", "Usage", "A b: boats | 배", "a/b", Self.words, "Contents")
    #expect(found == ["A b: boats | 배", Self.words])
  }

  @Test("A table of contents isn't a description, and a placeholder isn't a title")
  func nothing() {
    #expect(read("Usage", "Boats", "a/b", "Table of contents") == ["Boats", ""])
    #expect(read("modelApiDoc_title", "a/b", "modelApiDoc_tableOfContents") == ["", ""])
    #expect(read("Use the API to run a/b. For inputs, see the model's schema.") == ["", ""])
    #expect(read("modelApiDoc_beforea/bmodelApiDoc_after modelApiDoc_mid") == ["", ""])
  }

  @Test("A title at the beginning of the page is found")
  func head() {
    #expect(read("Boats 4K", Self.words, "1. Start", "Run a/b now.") == ["Boats 4K", Self.words])
  }

  @Test("A heading takes precedence")
  func heading() {
    #expect(
      read("Home", "Boats", "a/b", Self.words, heading: "Boats") == ["Boats", Self.words])
    #expect(read("# Boats", "", "**a/b**", "", Self.words, heading: "Boats")[1] == Self.words)
  }

  @Test(
    "Placeholders are distinguished from texts",
    arguments: [
      ("modelApiDoc_navInputSchema", true), ("pageTitle.main", true), ("image_urls", false),
      ("promptImage", false), ("Input", false), ("Dreamina 4.0", false), ("e.g. this", false),
      ("a modelApiDoc_b c", true), ("", false),
    ])
  func placeholders(text: String, expected: Bool) {
    #expect(TextQuality.isPlaceholder(text) == expected)
  }

  @Test(
    "English is distinguished from other languages",
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

  @Test("Two schemas with a given ID are a model")
  func listOfSchemas() throws {
    let text = Fixtures.oddSchema + "{\"output\": \(Fixtures.output)}"
    let source = ImportSource(path: "x.txt", bytes: Array(text.utf8), modelID: "a/b")
    let model = try #require(ModelImporter.read([source]).models.first)
    #expect(model.id == "a/b")
    #expect(model.output?["type"]?.string == "object")
  }
}
