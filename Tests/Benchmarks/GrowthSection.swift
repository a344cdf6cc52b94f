import Foundation

extension Section {
  /// The running time of the tools with many models: with a tenth of them and with all.
  static func growth(models count: Int?) -> Section {
    let most = count ?? 10_000
    let counts = [max(1, most / 10), most]
    return Section(
      name: "growth",
      summary: "Commands on a folder of few and of many models: least time and most memory of all "
        + "runs. What is linear takes as long per model in both.",
      rows: counts.flatMap { count in GrowingCommand.all.map { $0.row(count) } }
    ) { rounds in
      let tool = try ModelgenTool.path()
      let costs = try counts.map { count in
        try TemporaryFolder.with {
          try GrowingCommand.measure(count, tool: tool, in: $0, rounds: min(rounds, 3))
        }
      }
      return GrowingCommand.all.indices.flatMap { command in
        counts.indices.map { index in
          Row(
            name: GrowingCommand.all[command].row(counts[index]), costs[index][command],
            models: counts[index], reference: costs[0][command])
        }
      }
    }
  }
}

/// A command whose cost depends on how many models there are.
struct GrowingCommand {
  let name: String
  let words: [String]

  func row(_ count: Int) -> String { "\(name), \(count) models" }

  /// In the order in which they run.
  static let all = [
    GrowingCommand(name: "generate", words: ["generate"]),
    GrowingCommand(name: "generate, nothing changed", words: ["generate"]),
    GrowingCommand(name: "generate --check", words: ["generate", "--check"]),
    GrowingCommand(name: "lint", words: ["lint"]),
    GrowingCommand(name: "models", words: ["models"]),
    GrowingCommand(name: "explain one", words: ["explain", ManyModels.modelID(0)]),
    GrowingCommand(name: "validate one", words: ["validate", ManyModels.modelID(0), "body.json"]),
    GrowingCommand(name: "the package's manifest", words: []),
  ]

  static func measure(
    _ count: Int, tool: String, in folder: TemporaryFolder, rounds: Int
  ) throws -> [[ChildProgram.Cost]] {
    try ManyModels.write(count, to: folder)
    try folder.write("body.json", String(decoding: SampleRequests.edit.jsonBytes, as: UTF8.self))
    var costs = [[ChildProgram.Cost]](repeating: [], count: all.count)
    for _ in 0..<rounds {
      folder.remove("Generated")
      try folder.write("Package.swift", manifest)
      for (index, command) in all.enumerated() {
        let words = command.words.isEmpty ? describe : [tool] + command.words
        costs[index].append(try ChildProgram.run(words, in: folder.path))
      }
    }
    return costs
  }

  /// Reads the manifest, and finds the files of every vendor.
  private static let describe = [
    "/usr/bin/env", "swift", "package", "--manifest-cache", "none", "describe",
  ]

  /// A package with a product for every vendor, whose list the generator keeps.
  private static let manifest = """
    // swift-tools-version: 6.1
    import PackageDescription

    // modelgen: begin vendors of Generated
    let vendorModules: [String] = []
    // modelgen: end vendors of Generated

    let package = Package(
      name: "many",
      products: vendorModules.map { .library(name: $0, targets: [$0]) },
      targets: vendorModules.map { .target(name: $0, path: "Generated/\\($0)") })
    """
}
