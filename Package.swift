// swift-tools-version: 6.1
import PackageDescription

/// The checked-in bindings: one target and one product for each vendor.
/// `modelgen generate` keeps the list between the two markers.
// modelgen: begin vendors of Generated
let vendorModules: [String] = []
// modelgen: end vendors of Generated

/// What every room is compiled with. Warnings are errors in `.ci/run`, not here, so that a newer
/// compiler's new warning never breaks somebody's build.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tool(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "modelgen",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .visionOS(.v1)],
  products: [],
  targets: [
    room("JSONTree"),
    room("SchemaRules", uses: ["JSONTree"]),
    room("ModelSchema", uses: ["JSONTree", "SchemaRules"]),
    room("SwiftBindings", uses: ["JSONTree", "SchemaRules", "ModelSchema"]),
    room("ToolSupport"),
    room("ModelRuntime", uses: ["JSONTree", "SchemaRules"]),
    tool(
      "modelgen", uses: ["JSONTree", "SchemaRules", "ModelSchema", "SwiftBindings", "ToolSupport"]),
    tests(of: "JSONTree"),
    room("MediaProbe"),
    tests(of: "MediaProbe"),
  ],
  swiftLanguageModes: [.v6]
)
