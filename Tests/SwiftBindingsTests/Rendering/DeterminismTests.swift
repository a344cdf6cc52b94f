import ModelSchema
import SwiftBindings
import Testing
import TestSupport

@Suite("The same input")
struct DeterminismTests {
  @Test("gives the same bytes whatever the order of files, or every commit would show noise")
  func order() throws {
    let models = try TortureModels.all + PublishedModels.repository
    for singleModule in [true, false] {
      let plain = Bindings(models, singleModule: singleModule).files
      for seed: UInt64 in 0..<3 {
        var random = SeededGenerator(seed: seed)
        let shuffled = Bindings(models.shuffled(using: &random), singleModule: singleModule).files
        #expect(shuffled.sorted { $0.path < $1.path } == plain.sorted { $0.path < $1.path })
      }
    }
  }

  @Test("gives files whose head tells whether somebody has touched them")
  func seal() throws {
    let model = try Models.make(properties: Models.properties(["prompt"]))
    let bytes = Array(Bindings([model]).text.utf8)
    func isIntact(_ bytes: [UInt8], _ fingerprint: String = "f") -> Bool {
      EmittedText.isIntact(bytes, fingerprint: fingerprint, toolVersion: "1.0.0")
    }
    #expect(isIntact(bytes))
    #expect(!isIntact(bytes, "g"))
    #expect(!isIntact(bytes + [0x0A]))
    #expect(!EmittedText.isIntact(bytes, fingerprint: "f", toolVersion: "1.0.1"))
    #expect(FileHeader(ofFile: bytes)?.source == "vendor/model.json")
    #expect(FileHeader(ofFile: Array("import Foundation\n".utf8)) == nil)
  }
}
