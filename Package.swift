// swift-tools-version: 6.1
import PackageDescription

/// The checked-in bindings: one target and one product for each vendor.
/// `modelgen generate` keeps the list between the two markers.
// modelgen: begin vendors of Generated
let vendorModules: [String] = [
  "AcestepAiModels",
  "AlibabaModels",
  "BlackforestlabsModels",
  "BytedanceModels",
  "ElevenlabsModels",
  "GoogleModels",
  "IdeogramAiModels",
  "OpenaiModels",
  "WanAiModels",
]
// modelgen: end vendors of Generated

/// The settings of every target. Warnings are errors in `.ci/run`, not here, so that a newer
/// compiler's new warning never breaks somebody's build.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tool(
  _ name: String, uses dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    swiftSettings: settings)
}

/// On Linux the URLSession transport is a target of its own that only the tests use: a program that
/// links FoundationNetworking starts slower and does not start at all where libcurl is missing,
/// while `ModelTransport` alone says what is wrong.
#if os(Linux)
  let urlSessionApart = true
#else
  let urlSessionApart = false
#endif

let urlSessionOnLinux = Target.target(
  name: "URLSessionOnLinux", dependencies: ["ModelTransport"],
  path: "Sources/ModelTransport/URLSession",
  swiftSettings: settings + [.define("URLSESSION_ON_LINUX")])

/// A byte-exact server for tests, usable by the tests of every target.
let rawServer = Target.target(
  name: "RawServer", dependencies: ["ModelTransport"], path: "Tests/RawServer",
  swiftSettings: settings)

/// Puts TLS in front of a server that speaks none, in a process of its own: the tests' own process
/// must not use the TLS library on threads that it can't end.
let tlsRelay = Target.executableTarget(
  name: "tls-relay", path: "Tests/TLSRelay", swiftSettings: settings)

/// A program that ends while its requests are under way.
let exitingClient = Target.executableTarget(
  name: "exiting-client", dependencies: ["ModelTransport"], path: "Tests/ExitingClient",
  swiftSettings: settings)

/// A program with a journal that kills itself at a step of its choice.
let journalClient = Target.executableTarget(
  name: "journal-client", dependencies: ["ModelRuntime", "ModelTransport"],
  path: "Tests/JournalClient", swiftSettings: settings)

/// What the tests of several targets share: programs in processes of their own, folders of their own,
/// consoles and clocks, the compiler, numbers that repeat.
let testSupport = Target.target(
  name: "TestSupport",
  dependencies: ["ModelTransport", "ToolSupport"] + (urlSessionApart ? ["tls-relay"] : []),
  path: "Tests/TestSupport",
  swiftSettings: settings)

/// The bindings of one vendor.
func bindings(_ module: String) -> Target {
  .target(
    name: module, dependencies: ["ModelRuntime"], path: "Generated/\(module)",
    swiftSettings: settings)
}

let package = Package(
  name: "modelgen",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .visionOS(.v1)],
  products: [
    .library(name: "ModelRuntime", targets: ["ModelRuntime"]),
    .library(name: "ModelTransport", targets: ["ModelTransport"]),
    .library(name: "MockService", targets: ["MockService"]),
    .executable(name: "modelgen", targets: ["modelgen"]),
    .executable(name: "modelrun", targets: ["modelrun"]),
    .plugin(name: "ModelBindings", targets: ["ModelBindings"]),
    .plugin(name: "RegenerateBindings", targets: ["RegenerateBindings"]),
  ] + vendorModules.map { .library(name: $0, targets: [$0]) },
  targets: [
    module("JSONTree"),
    module("MediaProbe", uses: ["SchemaRules"]),
    module("SchemaRules", uses: ["JSONTree"]),
    module("ModelSchema", uses: ["JSONTree", "SchemaRules"]),
    module("SwiftBindings", uses: ["JSONTree", "SchemaRules", "ModelSchema", "ToolSupport"]),
    module("ModelDiff", uses: ["JSONTree", "SchemaRules", "ModelSchema", "SwiftBindings"]),
    module("ModelImport", uses: ["JSONTree", "ModelSchema", "SchemaRules"]),
    module("ToolSupport"),
    module("CommandLines", uses: ["ToolSupport"]),
    module(
      "ModelFiles", uses: ["JSONTree", "SchemaRules", "ModelSchema", "ToolSupport"]),
    module(
      "BodyChecks",
      uses: ["JSONTree", "MediaProbe", "ModelSchema", "SchemaRules", "ToolSupport"]),
    module(
      "MockService",
      uses: [
        "BodyChecks", "JSONTree", "ModelFiles", "ModelSchema", "ModelTransport", "SchemaRules",
        "ToolSupport",
      ]),
    module(
      "Generation",
      uses: [
        "JSONTree", "SchemaRules", "ModelSchema", "ModelFiles", "SwiftBindings", "ToolSupport",
      ]),
    module(
      "ModelRuntime",
      uses: ["JSONTree", "MediaProbe", "ModelTransport", "SchemaRules"]),
    // Opens the system's libcurl at run time; built everywhere, used on Linux only.
    .target(
      name: "CLibcurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "ModelTransport",
      dependencies: [.target(name: "CLibcurl", condition: .when(platforms: [.linux]))],
      exclude: urlSessionApart ? ["URLSession"] : [], swiftSettings: settings),

    tool(
      "modelgen",
      uses: [
        "BodyChecks", "CommandLines", "Generation", "JSONTree", "SchemaRules", "ModelSchema",
        "ModelFiles", "ModelImport", "ModelDiff", "SwiftBindings", "ToolSupport",
      ]),
    tool(
      "modelrun",
      uses: [
        "BodyChecks", "CommandLines", "JSONTree", "SchemaRules", "ModelSchema", "ModelFiles",
        "ModelRuntime", "ModelTransport", "MockService", "ToolSupport",
      ]),
    // What a build of somebody else's package has to build first: nothing that it doesn't need.
    tool(
      "modelgen-bindings",
      uses: ["Generation", "JSONTree", "ModelFiles", "ModelSchema", "SwiftBindings", "ToolSupport"]),
    .plugin(name: "ModelBindings", capability: .buildTool(), dependencies: ["modelgen-bindings"]),
    .plugin(
      name: "RegenerateBindings",
      capability: .command(
        intent: .custom(
          verb: "regenerate-bindings",
          description: "Writes the bindings that this package checks in, or checks them."),
        permissions: [
          .writeToPackageDirectory(reason: "The bindings are written into the package.")
        ]),
      dependencies: ["modelgen"]),
    tool(
      "benchmarks",
      uses: [
        "BodyChecks", "BytedanceModels", "JSONTree", "MediaProbe", "MockService", "ModelRuntime",
        "ModelSchema", "ModelTransport", "RawServer", "SwiftBindings",
      ],
      exclude: ["Peers/validate_ajv.js", "Peers/validate_python.py", "thresholds.json"]),

    tests(of: "JSONTree", uses: ["ModelRuntime", "TestSupport"]),
    tests(of: "SchemaRules", uses: ["JSONTree"]),
    tests(of: "ModelSchema", uses: ["JSONTree", "SchemaRules", "TestSupport"]),
    tests(of: "BodyChecks", uses: ["JSONTree", "ModelSchema", "SchemaRules", "TestSupport"]),
    tests(of: "ModelImport", uses: ["JSONTree", "ModelSchema", "ToolSupport"]),
    tests(of: "ModelDiff", uses: ["JSONTree", "ModelSchema", "SwiftBindings"]),
    tests(of: "MediaProbe", uses: ["SchemaRules", "TestSupport"]),
    tests(of: "benchmarks"),
    tests(
      of: "ModelRuntime", uses: ["journal-client", "ModelTransport", "RawServer", "TestSupport"]),
    journalClient,
    .testTarget(
      name: "AgreementTests",
      dependencies: [
        "BodyChecks", "JSONTree", "ModelRuntime", "ModelSchema", "SchemaRules", "SwiftBindings",
        "TestSupport",
      ],
      swiftSettings: settings),
    tests(
      of: "SwiftBindings", uses: ["ModelSchema", "JSONTree", "ModelRuntime", "TestSupport"]),
    // Emitted code, checked in and run: of models of its own, and of a vendor's.
    .testTarget(
      name: "GeneratedTests", dependencies: ["ModelRuntime", "BytedanceModels"],
      exclude: ["schemas"], swiftSettings: settings),
    // ModelRuntime has to be there, built: the calls that `explain` prints are compiled against it.
    tests(of: "modelgen", uses: ["JSONTree", "ModelRuntime", "ToolSupport", "TestSupport"]),
    .testTarget(
      name: "MockServiceTests",
      dependencies: [
        "JSONTree", "MediaProbe", "MockService", "ModelFiles", "ModelRuntime",
        "ModelSchema", "ModelTransport", "RawServer", "SchemaRules", "TestSupport",
      ],
      exclude: ["Clients"], swiftSettings: settings),
    .testTarget(
      name: "modelrunTests",
      dependencies: [
        "modelrun", "BodyChecks", "JSONTree", "ModelFiles", "ModelRuntime", "ModelTransport",
        "RawServer", "ToolSupport", "TestSupport",
      ],
      exclude: ["Service/protocol_server.py"], swiftSettings: settings),
    // Code and transcripts of the documentation.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "BytedanceModels", "MockService", "ModelRuntime", "modelgen", "modelrun", "TestSupport",
      ],
      exclude: ["Pages"], swiftSettings: settings),
    // Builds a package that uses the plugin, as its users do.
    .testTarget(name: "PluginTests", dependencies: ["TestSupport"], swiftSettings: settings),
    testSupport,
    rawServer,
    tests(
      of: "ModelTransport",
      uses: ["RawServer", "TestSupport"]
        + (urlSessionApart ? ["CLibcurl", "URLSessionOnLinux", "exiting-client"] : [])),
  ] + (urlSessionApart ? [urlSessionOnLinux, tlsRelay, exitingClient] : [])
    + vendorModules.map(bindings),
  swiftLanguageModes: [.v6]
)

// `MODELGEN_PACKAGE=client` leaves only what the client and its tests need. `.ci/run` builds that a
// second time, optimised, which would take minutes with everything else.
if Context.environment["MODELGEN_PACKAGE"] == "client" {
  let clientTargets: Set<String> = [
    "CLibcurl", "JSONTree", "MediaProbe", "SchemaRules", "ModelTransport",
    "URLSessionOnLinux", "tls-relay", "exiting-client", "journal-client", "ModelRuntime",
    "RawServer", "ToolSupport",
    "TestSupport",
    "ModelRuntimeTests", "ModelTransportTests",
  ]
  package.targets = package.targets.filter { clientTargets.contains($0.name) }
  package.products = []
}
