import ModelGenerator
import ModelSchema
import TestSupport
import Testing

/// One way in which a package may compile bindings.
struct Setting: Sendable, CustomStringConvertible {
  var description: String
  var access: AccessLevel = .public
  var singleModule = true
  var flags: [String]

  static let features = ["InternalImportsByDefault", "MemberImportVisibility", "ExistentialAny"]
    .flatMap { ["-enable-upcoming-feature", $0] }
  static let mainActor = ["-default-isolation", "MainActor"]

  static let all: [Setting] = [
    Setting(description: "Swift 6", flags: ["-swift-version", "6"]),
    Setting(description: "Swift 5", flags: ["-swift-version", "5"]),
    Setting(
      description: "Swift 6, all on the main actor", flags: ["-swift-version", "6"] + mainActor),
    Setting(
      description: "Swift 5, all on the main actor", flags: ["-swift-version", "5"] + mainActor),
    Setting(
      description: "Swift 6, features to come", flags: ["-swift-version", "6"] + features),
    Setting(
      description: "Swift 5, strict, features to come",
      flags: ["-swift-version", "5", "-strict-concurrency=complete"] + features),
    Setting(
      description: "package access", access: .package,
      flags: ["-swift-version", "6", "-package-name", "app"] + features),
    Setting(description: "internal access", access: .internal, flags: ["-swift-version", "6"]),
    Setting(
      description: "internal access, features to come, main actor", access: .internal,
      flags: ["-swift-version", "6"] + features + mainActor),
  ]
}

@Suite("Compiling published models", .enabled(if: Toolchain.isFound, Toolchain.isMissing))
struct PublishedModelsTests {
  /// The code of a user in the same module as the bindings.
  private static let user = """
    import ModelRuntime

    func edit() -> some ModelRequest {
      Bytedance.Dreamina4_0.Edit(
        imageURLs: ["https://example.com/boat.jpg"], prompt: "Sunset",
        widthByHeight: .size2304x1728, scale: Bytedance.Dreamina4_0.Edit.Defaults.scale)
    }
    """

  @Test("Published models compile in every mode without warnings", arguments: Setting.all)
  func compiles(setting: Setting) throws {
    #expect(PublishedModels.repository.count >= 60)
    let bindings = Bindings(PublishedModels.repository, access: setting.access)
    let said = try Toolchain.typecheck(
      bindings.files, more: ["User.swift": Self.user],
      flags: setting.flags + ["-warnings-as-errors"])
    #expect(said == "")
  }

  @Test("The formatter accepts published models")
  func isFormatted() throws {
    let remarks = try Toolchain.lint(Bindings(PublishedModels.repository).files)
    #expect(remarks == "")
  }

  @Test(
    "Models of a folder in the environment compile",
    .enabled(if: PublishedModels.corpus != nil, PublishedModels.noCorpus))
  func corpus() throws {
    let models = try #require(PublishedModels.corpus)
    #expect(!models.isEmpty)
    let files = Bindings(models).files
    for setting in Setting.all.prefix(3) {
      let said = try Toolchain.typecheck(files, flags: setting.flags + ["-warnings-as-errors"])
      #expect(said == "", "\(setting)")
    }
    let remarks = try Toolchain.lint(files)
    #expect(remarks == "")
  }
}
