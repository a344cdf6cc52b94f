import Foundation

/// A package that uses bindings: made by the plugin, or checked in.
struct UserPackage {
  let folder: TemporaryFolder
  let name: String
  let usesPlugin: Bool

  private var path: String { folder.path + "/" + name }
  private var target: String { name + "/Sources/App" }

  /// As many models as wanted, and no others.
  func writeModels(_ count: Int) throws {
    folder.remove(target + "/Models")
    try writePackage()
    for index in 0..<count { try writeModel(index) }
  }

  private func writePackage() throws {
    let plugins =
      usesPlugin ? #", plugins: [.plugin(name: "ModelBindings", package: "modelgen")]"# : ""
    try folder.write(
      name + "/Package.swift",
      """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "\(name)", platforms: [.macOS(.v13)],
        dependencies: [.package(name: "modelgen", path: "\(ManyModels.package)")],
        targets: [
          .executableTarget(
            name: "App",
            dependencies: [.product(name: "ModelRuntime", package: "modelgen")]\(plugins))
        ])

      """)
    try folder.write(target + "/App.swift", "@main struct App { static func main() {} }\n")
  }

  private func writeModel(_ index: Int, note: String = "") throws {
    let (id, text) = try ManyModels.model(index)
    let key = "\"description\": \""
    let edited = text.range(of: key).map { text.replacingCharacters(in: $0, with: key + note) }
    try folder.write("\(target)/Models/\(id).model.json", edited ?? text)
  }

  /// Takes over what the plugin made for another package.
  func copyBindings(of other: UserPackage) throws {
    try writePackage()
    folder.remove(target + "/Models")
    try FileManager.default.copyItem(
      atPath: other.bindings, toPath: folder.path + "/\(target)/Models")
  }

  /// The folder in which the plugin generates files.
  private var bindings: String {
    "\(path)/.build/plugins/outputs/\(name)/App/destination/ModelBindings/Bindings"
  }

  /// Takes over what another package has and this one doesn't.
  func buildWithNewBindings(of other: UserPackage) throws -> ChildProgram.Cost {
    let models = folder.path + "/\(target)/Models"
    for file in try FileManager.default.contentsOfDirectory(atPath: other.bindings)
    where !FileManager.default.fileExists(atPath: "\(models)/\(file)") {
      try FileManager.default.copyItem(
        atPath: "\(other.bindings)/\(file)", toPath: "\(models)/\(file)")
    }
    return try build()
  }

  func build() throws -> ChildProgram.Cost { try build([]) }

  /// A build after which nothing is left of those before.
  func buildFromNothing(_ flags: String...) throws -> ChildProgram.Cost {
    folder.remove(name + "/.build")
    return try build(flags)
  }

  private func build(_ flags: [String]) throws -> ChildProgram.Cost {
    try ChildProgram.run(["/usr/bin/env", "swift", "build"] + flags, in: path)
  }

  func buildAfterEdit(_ round: Int) throws -> ChildProgram.Cost {
    try writeModel(1, note: "Round \(round): ")
    return try build()
  }

  func buildAfterAddition(_ index: Int) throws -> ChildProgram.Cost {
    try writeModel(index)
    return try build()
  }
}
