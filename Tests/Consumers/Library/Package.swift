// swift-tools-version: 6.1
import PackageDescription

// What a user of the generated library writes. Run it: swift run --package-path Tests/Consumers/Library
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
      ])
  ]
)
