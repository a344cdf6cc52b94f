import Foundation

extension Section {
  /// The generator as a program, from its start to its end.
  ///
  /// - Parameter count: Measures so many models alone.
  static func generate(models count: Int?) -> Section {
    let counts = count.map { [$0] } ?? [5000, 1000, 100, 4]
    let ours = counts.flatMap { ["\($0) models", "\($0) models, nothing changed"] }
    return Section(
      name: "generate",
      summary: "`modelgen generate` as a process of its own: least time and most memory of all "
        + "runs. Speed is beside a first run on as many models. Peers get the input schemas of "
        + "the same model files.",
      rows: ours + (count == nil ? ["datamodel-code-generator, 100 models"] : [])
    ) { rounds in
      let tool = try ModelgenTool.path()
      return try counts.flatMap { models in
        try TemporaryFolder.with {
          try generate(
            models, with: tool, in: $0, rounds: models > 1000 ? min(rounds, 3) : rounds,
            hasPeer: models == 100)
        }
      }
    }
  }

  private static func generate(
    _ count: Int, with tool: String, in folder: TemporaryFolder, rounds: Int, hasPeer: Bool
  ) throws -> [Row] {
    try ManyModels.write(count, to: folder)
    let peer = "datamodel-code-generator, \(count) models"
    let obstacle = hasPeer ? DataModelCodeGenerator.obstacle(in: folder) : nil
    let runsPeer = hasPeer && obstacle == nil
    if runsPeer { try DataModelCodeGenerator.writeSchemas(in: folder) }
    var (first, second, peers): ([ChildProgram.Cost], [ChildProgram.Cost], [ChildProgram.Cost])
    (first, second, peers) = ([], [], [])
    for round in 0..<rounds {
      folder.remove("Generated")
      first.append(try ChildProgram.run([tool, "generate"], in: folder.path))
      second.append(try ChildProgram.run([tool, "generate"], in: folder.path))
      // It takes thousands of times as long, so that a few rounds tell enough.
      if runsPeer, round < 2 { peers.append(try DataModelCodeGenerator.run(in: folder)) }
    }
    var rows = [
      Row(name: "\(count) models", first, models: count, reference: first),
      Row(name: "\(count) models, nothing changed", second, models: count, reference: first),
    ]
    if runsPeer { rows.append(Row(name: peer, peers, models: count, reference: first)) }
    if let obstacle { rows.append(Row(name: peer, absentBecause: obstacle)) }
    return rows
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
