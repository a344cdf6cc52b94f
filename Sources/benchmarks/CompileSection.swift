import Foundation

extension Section {
  /// What bindings cost their users: compiling them, beside the spelling that Swift synthesizes.
  static var compile: Section {
    Section(
      name: "compile",
      summary:
        "`swiftc` on 100 models as one module, beside the same models as Codable structs with "
        + "enums; debug in batches of two, release as a whole. Least time of all runs."
    ) { rounds in
      try TemporaryFolder.with { try compileModels(100, in: $0, rounds: min(rounds, 3)) }
    }
  }

  private static func compileModels(
    _ models: Int, in folder: TemporaryFolder, rounds: Int
  ) throws -> [Row] {
    try ManyModels.write(models, to: folder)
    _ = try ChildProgram.run(
      [ChildProgram.buildFolder + "/modelgen", "generate", "--single-module"], in: folder.path)
    let rivals = try CodableSpelling.write(below: folder)
    let bindings = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Generated")
      .sorted().map { folder.path + "/Generated/" + $0 }
    let modes = [
      ("debug", ["-Onone", "-g", "-enable-batch-mode", "-j2"]), ("release", ["-O", "-wmo", "-g"]),
    ]
    let spellings = [("Codable", rivals), ("bindings", bindings)]
    var costs = [[ChildProgram.Cost]](repeating: [], count: 4)
    for _ in 0..<rounds {
      for (mode, (_, flags)) in modes.enumerated() {
        for (spelling, (_, files)) in spellings.enumerated() {
          costs[mode * 2 + spelling].append(try compile(files, flags, in: folder))
        }
      }
    }
    return modes.indices.flatMap { mode in
      spellings.indices.map { spelling in
        Row(
          name: "\(spellings[spelling].0), \(modes[mode].0)", costs[mode * 2 + spelling],
          models: models, reference: costs[mode * 2])
      }
    }
  }

  private static func compile(
    _ files: [String], _ flags: [String], in folder: TemporaryFolder
  ) throws -> ChildProgram.Cost {
    folder.remove("objects")
    try folder.write("objects/empty.txt", "")
    let fixed = [
      "swiftc", "-c", "-parse-as-library", "-swift-version", "6", "-module-name", "ManyModels",
      "-emit-module", "-emit-module-path", "ManyModels.swiftmodule",
      "-I", ChildProgram.buildFolder + "/Modules",
      "-Xcc", "-I" + ManyModels.package + "/Sources/CLibcurl/include", "-enable-upcoming-feature",
      "InternalImportsByDefault", "-enable-upcoming-feature", "ExistentialAny",
    ]
    return try ChildProgram.run(
      ["/usr/bin/env"] + fixed + flags + files, in: folder.path + "/objects")
  }
}
