import Foundation

extension Section {
  /// The generator as a program, from its start to its end.
  static var generate: Section {
    Section(
      name: "generate",
      summary:
        "`modelgen generate` as a process of its own: least time and most memory of all runs."
    ) { rounds in
      let tool = ChildProgram.buildFolder + "/modelgen"
      guard FileManager.default.isExecutableFile(atPath: tool) else {
        throw UsageError("there is no \(tool): build the product modelgen alike first")
      }
      return try [1000, 100, 4].flatMap { count in
        try TemporaryFolder.with { try generate(count, with: tool, in: $0, rounds: rounds) }
      }
    }
  }

  private static func generate(
    _ count: Int, with tool: String, in folder: TemporaryFolder, rounds: Int
  ) throws -> [Row] {
    try ManyModels.write(count, to: folder)
    var (first, second): ([ChildProgram.Cost], [ChildProgram.Cost]) = ([], [])
    for _ in 0..<rounds {
      folder.remove("Generated")
      first.append(try ChildProgram.run([tool, "generate"], in: folder.path))
      second.append(try ChildProgram.run([tool, "generate"], in: folder.path))
    }
    return [
      Row(name: "\(count) models", first, models: count, reference: first),
      Row(name: "\(count) models, nothing changed", second, models: count, reference: first),
    ]
  }
}

extension Row {
  /// A program's row: the machine may be busy, so that the least time says most.
  init(name: String, _ costs: [ChildProgram.Cost], models: Int, reference: [ChildProgram.Cost]) {
    let least = costs.map(\.seconds).min() ?? .nan
    self.init(
      name: name, seconds: least, bytesPerSecond: 0,
      speedup: (reference.map(\.seconds).min() ?? .nan) / least,
      program: ProgramFacts(
        models: models, workSeconds: costs.map(\.workSeconds).min() ?? .nan,
        peakBytes: costs.map(\.peakBytes).max() ?? 0))
  }
}
