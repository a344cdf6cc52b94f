// swift-tools-version: 6.1
import PackageDescription

// What users write who check their bindings in: a module for each vendor, made of the folder
// schemas, and the bindings of a target beside its own model files.
// Is all up to date? swift package --allow-writing-to-package-directory regenerate-bindings --check
let runtime: Target.Dependency = .product(name: "ModelRuntime", package: "modelgen")

// modelgen: begin vendors of Generated
let vendorModules: [String] = [
  "ZetaModels"
]
// modelgen: end vendors of Generated

let package = Package(
  name: "checked-in",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "modelgen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "sailor",
      dependencies: [runtime, .product(name: "ModelTesting", package: "modelgen")]
        + vendorModules.map { .target(name: $0) },
      exclude: ["Models"])
  ]
    + vendorModules.map {
      .target(name: $0, dependencies: [runtime], path: "Generated/\($0)")
    }
)
