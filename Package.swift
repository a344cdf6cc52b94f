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

/// The settings of every target. Warnings are errors in `.ci/run` only, so that a new warning of a
/// newer compiler never breaks the build of a dependent package.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
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

/// Helpers shared by several test targets: child processes, temporary folders, consoles, clocks,
/// the compiler, and reproducible numbers.
let testSupport = Target.target(
  name: "TestSupport",
  dependencies: ["ModelTransport", "ToolSupport"] + (urlSessionApart ? ["tls-relay"] : []),
  path: "Tests/TestSupport",
  swiftSettings: settings)

/// Measurements of this package, with thresholds that it has to keep.
let benchmarks = Target.executableTarget(
  name: "benchmarks",
  dependencies: [
    "BytedanceModels", "MediaProbe", "ModelCore", "ModelGenerator", "ModelRuntime", "ModelSchema",
    "ModelTesting", "ModelTransport", "RawServer", "SchemaValidator",
  ],
  path: "Tests/Benchmarks",
  exclude: ["Peers/validate_ajv.js", "Peers/validate_python.py", "thresholds.json"],
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
    .library(name: "ModelTesting", targets: ["ModelTesting"]),
    .executable(name: "modelgen", targets: ["modelgen"]),
    .executable(name: "modelrun", targets: ["modelrun"]),
    .plugin(name: "ModelBindings", targets: ["ModelBindings"]),
    .plugin(name: "RegenerateBindings", targets: ["RegenerateBindings"]),
  ] + vendorModules.map { .library(name: $0, targets: [$0]) },
  targets: [
    module("ModelCore"),
    module("MediaProbe", uses: ["ModelCore"]),
    module("ModelSchema", uses: ["ModelCore"]),
    module("ToolSupport", uses: ["ModelCore", "ModelSchema"]),
    module("ModelGenerator", uses: ["ModelCore", "ModelSchema", "ToolSupport"]),
    module("ModelDiff", uses: ["ModelCore", "ModelSchema", "ModelGenerator"]),
    module("ModelImport", uses: ["ModelCore", "ModelSchema"]),
    module("SchemaValidator", uses: ["MediaProbe", "ModelCore", "ModelSchema", "ToolSupport"]),
    module("ModelRuntime", uses: ["MediaProbe", "ModelCore", "ModelTransport"]),
    module(
      "ModelTesting",
      uses: ["ModelCore", "ModelSchema", "ModelTransport", "SchemaValidator", "ToolSupport"]),
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
        "ModelCore", "ModelDiff", "ModelGenerator", "ModelImport", "ModelSchema",
        "SchemaValidator", "ToolSupport",
      ]),
    tool(
      "modelrun",
      uses: [
        "ModelCore", "ModelRuntime", "ModelSchema", "ModelTesting", "ModelTransport",
        "SchemaValidator", "ToolSupport",
      ]),
    // A build with the plugin compiles this program first, so it has no unnecessary dependencies.
    tool("modelgen-bindings", uses: ["ModelCore", "ModelGenerator", "ModelSchema", "ToolSupport"]),
    .plugin(name: "ModelBindings", capability: .buildTool(), dependencies: ["modelgen-bindings"]),
    .plugin(
      name: "RegenerateBindings",
      capability: .command(
        intent: .custom(
          verb: "regenerate-bindings",
          description: "Generate the bindings that this package checks in, or check them."),
        permissions: [
          .writeToPackageDirectory(reason: "The generated bindings are written to the package.")
        ]),
      dependencies: ["modelgen"]),
    benchmarks,

    tests(of: "ModelCore", uses: ["ModelRuntime", "TestSupport"]),
    tests(of: "ModelSchema", uses: ["ModelCore", "TestSupport"]),
    tests(of: "SchemaValidator", uses: ["ModelCore", "ModelSchema", "TestSupport"]),
    tests(of: "ModelImport", uses: ["ModelCore", "ModelSchema", "ToolSupport"]),
    tests(of: "ModelDiff", uses: ["ModelCore", "ModelGenerator", "ModelSchema"]),
    tests(of: "MediaProbe", uses: ["ModelCore", "TestSupport"]),
    tests(of: "benchmarks"),
    tests(
      of: "ModelRuntime",
      uses: ["journal-client", "ModelTesting", "ModelTransport", "RawServer", "TestSupport"]),
    journalClient,
    .testTarget(
      name: "AgreementTests",
      dependencies: [
        "ModelCore", "ModelGenerator", "ModelRuntime", "ModelSchema", "SchemaValidator",
        "TestSupport",
      ],
      swiftSettings: settings),
    tests(of: "ModelGenerator", uses: ["ModelCore", "ModelRuntime", "ModelSchema", "TestSupport"]),
    // Emitted code, checked in and run: of models of its own, and of a vendor's.
    .testTarget(
      name: "GeneratedTests", dependencies: ["ModelRuntime", "BytedanceModels"],
      exclude: ["schemas"], swiftSettings: settings),
    // ModelRuntime has to be there, built: the calls that `explain` prints are compiled against it.
    tests(of: "modelgen", uses: ["ModelCore", "ModelRuntime", "ToolSupport", "TestSupport"]),
    .testTarget(
      name: "ModelTestingTests",
      dependencies: [
        "MediaProbe", "ModelCore", "ModelRuntime", "ModelSchema", "ModelTesting",
        "ModelTransport", "RawServer", "TestSupport", "ToolSupport",
      ],
      exclude: ["Clients"], swiftSettings: settings),
    .testTarget(
      name: "modelrunTests",
      dependencies: [
        "modelrun", "ModelCore", "ModelRuntime", "ModelTesting", "ModelTransport", "RawServer",
        "SchemaValidator", "TestSupport", "ToolSupport",
      ],
      exclude: ["Service/protocol_server.py"], swiftSettings: settings),
    // Code and transcripts of the documentation.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "BytedanceModels", "ModelRuntime", "ModelTesting", "modelgen", "modelrun", "TestSupport",
      ],
      exclude: ["Pages"], swiftSettings: settings),
    // Builds a package that uses the plugin, as its users do.
    .testTarget(name: "PluginTests", dependencies: ["TestSupport"], swiftSettings: settings),
    testSupport,
    rawServer,
    tests(
      of: "ModelTransport",
      uses: ["ModelTesting", "RawServer", "TestSupport"]
        + (urlSessionApart ? ["CLibcurl", "URLSessionOnLinux", "exiting-client"] : [])),
  ] + (urlSessionApart ? [urlSessionOnLinux, tlsRelay, exitingClient] : [])
    + vendorModules.map(bindings),
  swiftLanguageModes: [.v6]
)

// `MODELGEN_PACKAGE=client` leaves only what the client and its tests need. `.ci/run` builds that a
// second time, optimised, which would take minutes with everything else.
if Context.environment["MODELGEN_PACKAGE"] == "client" {
  let clientTargets: Set<String> = [
    "CLibcurl", "MediaProbe", "ModelCore", "ModelRuntime", "ModelSchema", "ModelTesting",
    "ModelTransport", "SchemaValidator", "ToolSupport", "URLSessionOnLinux",
    "RawServer", "TestSupport", "exiting-client", "journal-client", "tls-relay",
    "ModelRuntimeTests", "ModelTransportTests",
  ]
  package.targets = package.targets.filter { clientTargets.contains($0.name) }
  package.products = []
}
