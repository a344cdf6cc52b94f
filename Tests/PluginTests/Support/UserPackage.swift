import Foundation
import TestSupport

/// A package that uses the plugin, beside a copy of this one that tests may change.
///
/// Both stand in the build folder at a place that stays, so that only the first run builds the
/// tool. The copy keeps the times of its files.
struct UserPackage: TestFolder {
  private static let repository = URL(fileURLWithPath: Repository.root)
  private static let both = repository.appendingPathComponent(".build/plugin-tests")
  static let tools = both.appendingPathComponent("modelgen")
  static let folder = both.appendingPathComponent("app")

  private static let plan = folder.appendingPathComponent(".build/debug.yaml")

  /// The target's folder.
  static let target = folder.appendingPathComponent("Sources/App")
  /// Tests name the files of the target.
  var root: String { Self.target.path }

  /// Brings both packages to how every test finds them, and builds.
  static func ready() throws -> UserPackage {
    try copyTools()
    let package = UserPackage()
    try package.reset()
    let outcome = try package.build()
    guard outcome.code == 0 else { throw BuildFailure(text: outcome.text) }
    return package
  }

  /// Copies what differs and nothing else: a build takes a file for changed that was copied anew.
  ///
  /// `swift build` doesn't notice that a package it depends on has files elsewhere now, so what it
  /// planned for the old ones goes.
  private static func copyTools() throws {
    let manager = FileManager.default
    try manager.createDirectory(at: tools, withIntermediateDirectories: true)
    try copyFile("Package.swift")
    for folder in ["Sources", "Plugins", "Generated"] {
      let copy = tools.appendingPathComponent(folder)
      let source = repository.appendingPathComponent(folder)
      let wanted = try manager.subpathsOfDirectory(atPath: source.path)
      let present = (try? manager.subpathsOfDirectory(atPath: copy.path)) ?? []
      if Set(present) != Set(wanted) { try? manager.removeItem(at: plan) }
      for file in Set(present).subtracting(wanted) {
        try? manager.removeItem(at: copy.appendingPathComponent(file))
      }
      for file in wanted { try copyFile(folder + "/" + file) }
    }
  }

  private static func copyFile(_ file: String) throws {
    let source = repository.appendingPathComponent(file)
    let copy = tools.appendingPathComponent(file)
    guard try source.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
      return
    }
    let bytes = try Data(contentsOf: source)
    if bytes == (try? Data(contentsOf: copy)) { return }
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: copy)
  }

  private func reset() throws {
    try write("../../Package.swift", manifest())
    try write("main.swift", "print(Acme.Boat1.Edit(prompt: \"A boat\"))\n")
    let models = [
      "Models/boat.model.json": "acme/boat-1/edit", "Models/film.model.json": "acme/film-2",
      "song.model.json": "zeta/song-3",
    ]
    for (file, id) in models { try addModel(id, at: file) }
    for file in try FileManager.default.subpathsOfDirectory(atPath: Self.target.path)
    where file.hasSuffix(".json") && models[file] == nil { try remove(file) }
    try removeLeftovers(except: Array(models.keys))
  }

  func manifest(usesRuntime: Bool = true) -> String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "app", platforms: [.macOS(.v13)],
      dependencies: [.package(name: "modelgen", path: "../modelgen")],
      targets: [
        .executableTarget(
          name: "App",
          dependencies: [\(usesRuntime ? #".product(name: "ModelRuntime", package: "modelgen")"# : "")],
          plugins: [.plugin(name: "ModelBindings", package: "modelgen")])
      ])

    """
  }

  /// Makes the copy of the tools another version.
  func changeToolVersion(to version: String) throws {
    let file = Self.tools.appendingPathComponent("Sources/ToolSupport/ToolVersion.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: "\"1.0.0\"", with: "\"\(version)\"")
      .write(to: file, atomically: true, encoding: .utf8)
  }

  /// The build systems, each with a folder of its own.
  enum BuildSystem: String {
    case native, swiftbuild

    fileprivate var options: [String] {
      self == .native ? [] : ["--build-system", rawValue, "--scratch-path", ".build/\(rawValue)"]
    }
  }

  func build(_ system: BuildSystem = .native) throws -> ChildProcess.Ending {
    try swift(["build"], system)
  }

  /// Returns the output of the built program.
  func printed(_ system: BuildSystem) throws -> String {
    let outcome = try swift(["run", "--quiet"], system, ["App"])
    guard outcome.code == 0 else { throw BuildFailure(text: outcome.text) }
    return outcome.out
  }

  /// The other build system of Swift 6.3.1 dies of a signal now and then, wherever it is, in one of
  /// its own threads; what counts is what it does when it lives.
  private func swift(
    _ verb: [String], _ system: BuildSystem, _ words: [String] = []
  ) throws -> ChildProcess.Ending {
    var outcome = try run(["swift"] + verb + system.options + words)
    for _ in 0..<3 where outcome.isCrash && system == .swiftbuild {
      outcome = try run(["swift"] + verb + system.options + words)
    }
    return outcome
  }

  func runProgram() throws -> String {
    try run([".build/debug/App"]).text
  }

  private func run(_ words: [String]) throws -> ChildProcess.Ending {
    try ChildProcess("/usr/bin/env", words, in: Self.folder.path).end()
  }
}

struct BuildFailure: Error, CustomStringConvertible {
  let text: String

  var description: String { "the package can't be built:\n\(text.suffix(4000))" }
}
