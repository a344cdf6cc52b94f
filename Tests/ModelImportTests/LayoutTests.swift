import ModelCore
import ModelSchema
import Testing

@testable import ModelImport

@Suite("Page layouts")
struct LayoutTests {
  @Test(
    "Order, unusual keys, number spellings and markup in texts are kept",
    arguments: PageLayout.allCases)
  func oddSchema(layout: PageLayout) throws {
    let page = try Fixtures.page()
    let result = Fixtures.read(layout.render(page))
    #expect(result.diagnostics.isEmpty)
    let model = try #require(result.models.first)
    #expect(model.id == page.id)
    #expect(model.title == page.title)
    #expect(model.description == page.description)
    #expect(model.input.exactBytes == page.input.exactBytes)
    #expect(model.output?.exactBytes == page.output?.exactBytes)
    #expect(model.example?.exactBytes == page.example?.exactBytes)
  }

  @Test(
    "Every model file of the repository is imported unchanged from every layout",
    arguments: PageLayout.allCases)
  func repository(layout: PageLayout) throws {
    let files = Fixtures.repositoryModels
    #expect(!files.isEmpty)
    for file in files { try check(file, layout) }
  }

  @Test(
    "Every model file of MODELGEN_CORPUS is imported unchanged from every layout",
    .enabled(if: environment("MODELGEN_CORPUS") != nil, "set MODELGEN_CORPUS to a folder"),
    arguments: PageLayout.allCases)
  func corpus(layout: PageLayout) throws {
    let files = Fixtures.corpusModels
    #expect(!files.isEmpty)
    for file in files { try check(file, layout) }
    print("\(files.count) corpus files as \(layout) pages")
  }

  private func check(_ file: ModelFile, _ layout: PageLayout) throws {
    let root = try JSONDocument(parsing: file.bytes).root
    let id = try #require(root["model_id"]?.string)
    let input = try #require(root["input"])
    let output = root["output"].flatMap { $0.isNull ? nil : $0 }
    let content = PageContent(
      id: id, example: root["example"], input: input, output: output)
    let result = Fixtures.read(layout.render(content))
    let model = try #require(result.models.first, "\(file.path): \(result.diagnostics)")
    #expect(model.id == id)
    #expect(model.input.exactBytes == input.exactBytes, "\(file.path)")
    #expect(model.output?.exactBytes == output?.exactBytes, "\(file.path)")
    #expect(model.title == content.title, "\(file.path)")
    #expect(!result.hasErrors, "\(result.diagnostics)")
  }
}
