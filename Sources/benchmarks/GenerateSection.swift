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
      let sizes = [1000, 100, 4]
      let folders = try sizes.map { count in
        let folder = try TemporaryFolder()
        try ManyModels.write(count, to: folder)
        return folder
      }
      var costs = [[ChildProgram.Cost]](repeating: [], count: sizes.count * 2)
      for _ in 0..<rounds {
        for (index, folder) in folders.enumerated() {
          folder.remove("Generated")
          for run in 0..<2 {
            costs[index * 2 + run].append(
              try ChildProgram.run([tool, "generate"], in: folder.path))
          }
        }
      }
      return sizes.indices.flatMap { index in
        ["", ", nothing changed"].indices.map { run in
          Row(
            name: "\(sizes[index]) models" + (run == 0 ? "" : ", nothing changed"),
            costs[index * 2 + run], models: sizes[index],
            // The second run beside the first.
            reference: costs[index * 2])
        }
      }
    }
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
