// swift-tools-version: 6.2
import PackageDescription

// A program that uses the client beside a library whose types are named as those of
// swift-http-types, in each language mode that apps are written in: the sources of `alongside-five`
// and `alongside-isolated` are those of `alongside`.
// Run it: swift run --package-path Tests/Consumers/Coexistence alongside
func program(_ name: String, _ settings: [SwiftSetting] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "HTTPTypes", .product(name: "BytedanceModels", package: "modelgen"),
      .product(name: "ModelTesting", package: "modelgen"),
      .product(name: "ModelRuntime", package: "modelgen"),
    ],
    swiftSettings: settings)
}

let package = Package(
  name: "coexistence",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "modelgen", path: "../../..")],
  targets: [
    .target(name: "HTTPTypes"),
    program("alongside"),
    program("alongside-five", [.swiftLanguageMode(.v5)]),
    program("alongside-isolated", [.defaultIsolation(MainActor.self)]),
  ]
)
