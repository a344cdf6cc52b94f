import Foundation

extension Section {
  /// The compile time of bindings, compared with types whose `Codable` conformance Swift
  /// synthesizes.
  static func compile(models count: Int?) -> Section {
    Section(
      name: "compile",
      summary:
        "`swiftc` on \(count ?? 100) models as one module, beside the same models as Codable "
        + "structs with enums; debug in batches of two, release as a whole. Least time of all "
        + "runs. The models repeat four published ones, so that bindings share most types of "
        + "values, which the Codable spelling can't; in the rows \"nothing shared\" every set of "
        + "values is another one.",
      rows: CompiledSpelling.all.map(\.name)
    ) { rounds in
      try compileModels(count ?? 100, rounds: min(rounds, 3))
    }
  }

  private static func compileModels(_ count: Int, rounds: Int) throws -> [Row] {
    let tool = try ModelgenTool.path()
    return try [ManyModels.Values.repeated, .different].flatMap { values in
      try TemporaryFolder.with { folder in
        try ManyModels.write(count, values: values, to: folder)
        let sources = try CompiledSpelling.Sources(in: folder, generator: tool)
        let spellings = CompiledSpelling.all.filter { $0.values == values }
        var costs = [[ChildProgram.Cost]](repeating: [], count: spellings.count)
        for _ in 0..<rounds {
          for (index, spelling) in spellings.enumerated() {
            costs[index].append(try spelling.compile(sources, in: folder))
          }
        }
        return spellings.indices.map { index in
          // The Codable spelling stands before the bindings.
          Row(
            name: spellings[index].name, costs[index], models: count,
            reference: costs[spellings[index].isCodable ? index : index - 1])
        }
      }
    }
  }
}

/// One way to spell models and to compile them.
struct CompiledSpelling {
  let isCodable: Bool
  let isRelease: Bool
  let values: ManyModels.Values

  static let all = [ManyModels.Values.repeated, .different].flatMap { values in
    [false, true].flatMap { isRelease in
      [true, false].map { CompiledSpelling(isCodable: $0, isRelease: isRelease, values: values) }
    }
  }

  var name: String {
    (isCodable ? "Codable" : "bindings") + (isRelease ? ", release" : ", debug")
      + (values == .different ? ", nothing shared" : "")
  }

  /// The files of both spellings.
  struct Sources {
    let codable: [String]
    let bindings: [String]

    init(in folder: TemporaryFolder, generator: String) throws {
      _ = try ChildProgram.run([generator, "generate", "--single-module"], in: folder.path)
      codable = try CodableSpelling.write(below: folder)
      bindings = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Generated")
        .filter { $0.hasSuffix(".swift") }
        .sorted().map { folder.path + "/Generated/" + $0 }
    }
  }

  func compile(_ sources: Sources, in folder: TemporaryFolder) throws -> ChildProgram.Cost {
    folder.remove("objects")
    try folder.write("objects/empty.txt", "")
    let fixed = [
      "swiftc", "-c", "-parse-as-library", "-swift-version", "6", "-module-name", "ManyModels",
      "-emit-module", "-emit-module-path", "ManyModels.swiftmodule",
      "-I", ChildProgram.buildFolder + "/Modules",
      "-Xcc", "-I" + ManyModels.package + "/Sources/CLibcurl/include", "-enable-upcoming-feature",
      "InternalImportsByDefault", "-enable-upcoming-feature", "ExistentialAny",
    ]
    let mode =
      isRelease ? ["-O", "-wmo", "-g"] : ["-Onone", "-g", "-enable-batch-mode", "-j2"]
    return try ChildProgram.run(
      ["/usr/bin/env"] + fixed + mode + (isCodable ? sources.codable : sources.bindings),
      in: folder.path + "/objects")
  }
}
