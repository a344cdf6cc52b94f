import Foundation
import Testing

/// Tests of the changes that the next `swift build` picks up, and of the files that it writes.
///
/// The module as a whole is linked again whatever changed; what counts is which files were written
/// and compiled.
@Suite("Changes between builds", .serialized) struct ChangeTests {
  let package: UserPackage
  let before: UserPackage.Made

  init() throws {
    package = try UserPackage.ready()
    before = try package.made()
  }

  /// Builds, and gives what was made by it.
  private func rebuilt() throws -> (bindings: [String], objects: [String]) {
    let outcome = try package.build()
    #expect(outcome.code == 0, "\(outcome.text)")
    #expect(!outcome.text.contains("warning: "), "\(outcome.text)")
    return try package.made().since(before)
  }

  @Test("A build without changes writes and compiles nothing")
  func nothing() throws {
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings.isEmpty)
    #expect(rebuilt.objects.isEmpty)
    #expect(try package.runProgram() == "{\"prompt\":\"A boat\"}\n")
  }

  @Test("Editing a model file generates its bindings again")
  func anEditMakesThatFileAnew() throws {
    try package.addModel("acme/film-2", at: "Models/film.model.json", longest: 900)
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings == ["Models+film.model.swift"])
    #expect(rebuilt.objects == ["Models+film.model.swift"])
    #expect(try package.bindings("Models+film.model.swift").contains("900"))
  }

  /// As a checkout of another branch and back does.
  @Test("Touching a model file generates nothing")
  func aFileThatIsOnlyTouchedMakesNothingAnew() throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: package.path("Models/film.model.json"))
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings.isEmpty)
    #expect(rebuilt.objects.isEmpty)
  }

  @Test("Adding a model doesn't compile models of other families")
  func aNewModelLeavesTheOthersAlone() throws {
    try package.addModel("acme/boat-1/text-to-image", at: "Models/deep/er/paint.model.json")
    try package.write("main.swift", "print(Acme.Boat1.TextToImage(prompt: \"A boat\"))\n")
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings == ["Models+deep+er+paint.model.swift"])
    #expect(rebuilt.objects == ["Models+deep+er+paint.model.swift", "main.swift"])
    #expect(try package.runProgram() == "{\"prompt\":\"A boat\"}\n")
  }

  /// A target may begin with a vendor and a family that were not there.
  @Test("Adding a vendor doesn't compile other vendors")
  func aModelOfANewVendorLeavesTheOthersAlone() throws {
    try package.addModel("nova/boat-1/edit", at: "Models/nova.model.json")
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings == ["Models+nova.model.swift"])
    #expect(rebuilt.objects == ["Models+nova.model.swift"])
  }

  /// The first of a vendor's models declares what the others stand in.
  @Test("Removing the first model of a vendor keeps the vendor's namespace")
  func aVendorKeepsItsNamespaceWhenItsFirstModelGoes() throws {
    try package.addModel("nova/boat-1/edit", at: "Models/nova.model.json")
    try package.addModel("nova/boat-1/paint", at: "Models/paint.model.json")
    try package.write("main.swift", "print(Nova.Boat1.Paint(prompt: \"A boat\"))\n")
    _ = try rebuilt()
    try package.remove("Models/nova.model.json")
    #expect(try rebuilt().bindings == ["Models+paint.model.swift"])
    #expect(try package.runProgram() == "{\"prompt\":\"A boat\"}\n")
  }

  @Test("Removing a model file removes its bindings")
  func aRemovedModelIsGone() throws {
    try package.remove("Models/film.model.json")
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings.isEmpty)
    #expect(try package.made().bindings.keys.contains("Models+film.model.swift") == false)
    try package.write("main.swift", "print(Acme.Film2(prompt: \"A boat\"))\n")
    let outcome = try package.build()
    #expect(outcome.code != 0 && outcome.text.contains("has no member 'Film2'"))
  }

  @Test("Renaming a model file keeps its bindings")
  func aRenamedFileGivesWhatItGaveUnderItsNewName() throws {
    try package.move("Models/boat.model.json", to: "Models/Bateau à voile.model.json")
    let rebuilt = try rebuilt()
    let names = try package.made().bindings.keys.sorted()
    #expect(names.count == 3 && !names.contains("Models+boat.model.swift"))
    #expect(rebuilt.bindings.count == 1)
    #expect(rebuilt.bindings.allSatisfy { $0.hasPrefix("Models+Bateau_voile~") })
    #expect(try package.runProgram() == "{\"prompt\":\"A boat\"}\n")
  }

  /// Links lead to one file under two names. SwiftPM itself warns of them.
  @Test("A link to a folder of the target adds no models")
  func aLinkToAFolderOfTheTargetAddsNothing() throws {
    for name in ["Again", "zz"] {
      try FileManager.default.createSymbolicLink(
        atPath: package.path(name), withDestinationPath: "Models")
    }
    defer { for name in ["Again", "zz"] { try? package.remove(name) } }
    let outcome = try package.build()
    #expect(outcome.code == 0, "\(outcome.text)")
    #expect(try package.made().bindings == before.bindings)
  }

  @Test("A broken model file is reported with its position, and the others are generated")
  func aBrokenFileIsToldWithItsPlaceAndHarmsNoOther() throws {
    let text = try package.bindings("song.model.swift")
    try package.write("song.model.json", "{\n  \"model_id\": \"zeta/song-3\",\n  \"input\": }\n")
    try package.addModel("acme/film-2", at: "Models/film.model.json", longest: 900)
    let outcome = try package.build()
    #expect(outcome.code != 0)
    let place = package.path("song.model.json") + ":3:12: error: "
    #expect(outcome.text.split(separator: "\n").contains { $0.hasPrefix(place) }, "\(outcome.text)")
    #expect(try package.made().since(before).bindings == ["Models+film.model.swift"])
    #expect(try package.bindings("song.model.swift") == text)

    try package.addModel("zeta/song-3", at: "song.model.json")
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings == ["Models+film.model.swift"])
    #expect(rebuilt.objects == ["Models+film.model.swift"])
  }

  @Test("A new broken model file fails the build until it is fixed")
  func aNewFileThatIsBrokenFailsTheBuildUntilItIsMended() throws {
    try package.write("new.model.json", #"{"model_id": "zeta/new", "input": 3}"#)
    let outcome = try package.build()
    #expect(outcome.code != 0)
    let place = package.path("new.model.json") + ":1:"
    #expect(outcome.text.split(separator: "\n").contains { $0.hasPrefix(place) }, "\(outcome.text)")
    try package.addModel("zeta/new", at: "new.model.json")
    // It comes before the vendor's first, and so declares the vendor from now on.
    #expect(try rebuilt().bindings == ["new.model.swift", "song.model.swift"])
    #expect(try package.bindings("new.model.swift").contains("struct New"))
  }

  @Test("Changes of the configuration file are picked up, and its errors reported")
  func aConfigurationIsNoticedAndSoAreItsFaults() throws {
    try package.write(
      "modelgen.json", #"{"names": {"acme/boat-1/edit": {"type": "Repaint"}}}"#)
    try package.write("main.swift", "print(Acme.Boat1.Repaint(prompt: \"A boat\"))\n")
    #expect(try rebuilt().bindings == ["Models+boat.model.swift"])

    try package.write("modelgen.json", #"{"names": {"acme/boat-1/edti": {"type": "Repaint"}}}"#)
    let outcome = try package.build()
    let place = package.path("modelgen.json") + ":1:12: error: "
    #expect(outcome.code != 0)
    #expect(outcome.text.split(separator: "\n").contains { $0.hasPrefix(place) }, "\(outcome.text)")
  }

  @Test("A target that doesn't depend on ModelRuntime fails with advice")
  func aTargetWithoutTheRuntimeIsToldWhatItNeeds() throws {
    try package.write("../../Package.swift", package.manifest(usesRuntime: false))
    let outcome = try package.build()
    #expect(outcome.code != 0)
    #expect(outcome.text.contains(#"add .product(name: "ModelRuntime", package: "modelgen")"#))
  }

  @Test("A target without model files builds")
  func aTargetWithoutModelsStillBuilds() throws {
    for file in ["Models", "song.model.json"] { try package.remove(file) }
    try package.write("main.swift", "print(\"no boat\")\n")
    let outcome = try package.build()
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("warning: there is no model file in App yet"), "\(outcome.text)")
    #expect(try package.runProgram() == "no boat\n")
  }

  /// After an update of the package, the next build generates bindings of the new version.
  @Test("A new version of the tool generates all bindings again")
  func aNewToolMakesAllBindingsAnew() throws {
    try package.changeToolVersion(to: "2.0.0-test")
    let rebuilt = try rebuilt()
    #expect(rebuilt.bindings == before.bindings.keys.sorted())
    #expect(try package.bindings("song.model.swift").contains("modelgen 2.x from"))
  }
}
