import ModelCore
import ModelGenerator
import ModelSchema
import TestSupport
import Testing

@Suite("Sharing value types")
struct SharingTests {
  private static let sizes = ["1K", "2K"]

  /// The text of each model's file, by id.
  private func texts(_ models: [Model]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(models.map(\.id), Bindings(models).files.map(\.text)))
  }

  private func model(_ id: String, _ values: [String] = sizes, key: String = "size") throws -> Model
  {
    try Models.make(id, properties: "\"\(key)\": \(Models.choice(values))")
  }

  @Test("Models with the same values share a type")
  func sameValues() throws {
    let models = try [model("v/b/edit"), model("v/a/edit"), model("v/c/edit", ["1K", "4K"])]
    let texts = texts(models)
    let declaration = "struct SizeValue: OpenEnum,"
    #expect(texts["v/a/edit"]?.contains(declaration) == true)
    #expect(texts["v/b/edit"]?.contains("typealias SizeValue = V.A.Edit.SizeValue\n") == true)
    #expect(texts["v/c/edit"]?.contains(declaration) == true)
  }

  @Test("Values of other vendors, keys, order or names aren't shared")
  func apart() throws {
    var overrides = NameOverrides()
    var chosen = NameOverrides.Model()
    chosen.values[WireName("size")] = [WireName("1K"): "small"]
    overrides.models[WireName("v/e")] = chosen
    let models = try [
      model("v/a"), model("w/a"), model("v/b", key: "output_size"), model("v/d", ["2K", "1K"]),
      model("v/e"),
    ]
    for file in Bindings(models, overrides: overrides).files {
      #expect(!file.text.contains("typealias SizeValue"), "\(file.path)")
      #expect(!file.text.contains("typealias OutputSizeValue"), "\(file.path)")
    }
  }

  @Test("Objects and outputs share value types too")
  func everywhere() throws {
    let choice = Models.choice(Self.sizes)
    let inner = #"{"type": "object", "properties": {"size": \#(choice)}}"#
    let properties = "\"size\": \(choice), \"n\": \(inner)"
    let output = #""output": {"type": "object", "properties": {\#(properties)}}"#
    let models = try [
      model("v/a"), Models.make("v/b", properties: "\"lora\": \(inner)", file: output),
    ]
    let files = Bindings(models).files
    #expect(files[1].text.components(of: "typealias SizeValue = V.A.SizeValue") == 3)
    #expect(try Toolchain.typecheck(files, flags: ["-swift-version", "6"]) == "")
  }

  @Test("A type isn't shared if the vendor's name is shadowed")
  func hidden() throws {
    let models = try [
      model("sync/a"), model("sync/sync/b"), model("sync/sync/b/sync"), model("sync/c"),
      model("sync/d/e"),
    ]
    let files = Bindings(models).files
    #expect(files[4].text.contains("typealias SizeValue = Sync.A.SizeValue\n"))
    #expect(files[3].text.contains("struct SizeValue: OpenEnum,"))
    #expect(try Toolchain.typecheck(files, flags: ["-swift-version", "6"]) == "")
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
