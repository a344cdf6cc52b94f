import ModelCore
import Testing
import ToolSupport

@testable import ModelImport

/// Real pages, which are not part of the repository: `MODELGEN_SEEDS` names the folder they are in.
@Suite(
  "Real pages",
  .enabled(if: environment("MODELGEN_SEEDS") != nil, "set MODELGEN_SEEDS to a folder of pages"))
struct SeedPagesTests {
  private func sources() throws -> [ImportSource] {
    let folder = try #require(environment("MODELGEN_SEEDS"))
    return try Files.list(folder).map {
      ImportSource(path: folder + "/" + $0, bytes: try Files.read(folder + "/" + $0))
    }
  }

  @Test("Five pages are imported as the four models of the repository")
  func models() throws {
    let result = ModelImporter.read(try sources())
    #expect(
      Set(result.models.map(\.id)) == [
        "bytedance/dreamina-4-0/edit", "bytedance/dreamina-4-0/text-to-image",
        "bytedance/seedream-4-0/sequential", "bytedance/seedream-4-0/text-to-image",
      ])
    #expect(!result.hasErrors)
    for model in result.models {
      let path = Fixtures.root + "/schemas/" + model.id + ".json"
      let file = try JSONDocument(parsing: try Files.read(path)).root
      for (key, node) in [
        ("input", model.input), ("output", model.output), ("example", model.example),
      ] {
        #expect(node?.exactBytes == file[key]?.exactBytes, "\(model.id) \(key)")
      }
    }
  }

  @Test("Two translations of a page are one model")
  func translations() throws {
    let result = ModelImporter.read(try sources())
    #expect(result.diagnostics.map(\.severity) == [.note])
    let note = try #require(result.diagnostics.first)
    #expect(note.message.contains("is the same model as at"))
    #expect(note.message.contains("placeholders"))
  }

  @Test("Placeholders aren't used as titles")
  func titles() throws {
    for model in ModelImporter.read(try sources()).models {
      #expect(!(model.title + model.description).contains("modelApiDoc"))
    }
  }
}
