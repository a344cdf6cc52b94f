// swift-tools-version: 6.1
import PackageDescription

// What users of the generated library write; `sunset` is the program of the README.
// Run it: swift run --package-path Tests/Consumers/Library sunset
let package = Package(
  name: "boat",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "modelgen", path: "../../..")],
  targets: [
    .executableTarget(
      name: "boat",
      dependencies: [
        .product(name: "BytedanceModels", package: "modelgen"),
        .product(name: "ModelRuntime", package: "modelgen"),
        .product(name: "ModelTesting", package: "modelgen"),
      ]),
    .executableTarget(
      name: "sunset",
      dependencies: [
        .product(name: "BytedanceModels", package: "modelgen"),
        .product(name: "ModelTesting", package: "modelgen"),
        .product(name: "ModelRuntime", package: "modelgen"),
      ]),
  ]
)
