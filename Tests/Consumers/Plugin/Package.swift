// swift-tools-version: 6.2
import PackageDescription

// What users of the build plugin write: model files among their sources, and no bindings. Each
// program sends a request to a service in its own process.
// Run one: swift run --package-path Tests/Consumers/Plugin awkward
let bindings: [Target.PluginUsage] = [.plugin(name: "ModelBindings", package: "modelgen")]
let runtime: Target.Dependency = .product(name: "ModelRuntime", package: "modelgen")

let package = Package(
  name: "plugin",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "modelgen", path: "../../..")],
  targets: [
    .target(
      name: "LocalService",
      dependencies: [runtime, .product(name: "ModelTesting", package: "modelgen")]),
    // Blanks, other scripts, one name in two folders, other JSON, a configuration.
    .executableTarget(
      name: "awkward", dependencies: ["LocalService", runtime], exclude: ["settings.json"],
      plugins: bindings),
    // As new apps are set up: everything is the main actor's unless it says otherwise.
    .executableTarget(
      name: "isolated", dependencies: ["LocalService", runtime],
      swiftSettings: [.defaultIsolation(MainActor.self)], plugins: bindings),
    .executableTarget(
      name: "five", dependencies: ["LocalService", runtime],
      swiftSettings: [.swiftLanguageMode(.v5)], plugins: bindings),
    // A target whose bindings others use, and one that has more of its own.
    .target(name: "Catalog", dependencies: [runtime], plugins: bindings),
    .executableTarget(
      name: "shop", dependencies: ["Catalog", "LocalService", runtime], plugins: bindings),
  ]
)
