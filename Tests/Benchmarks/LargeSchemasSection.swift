import Foundation

extension Section {
  /// The compile time of bindings of schemas that are deep, wide or long. Rows of one kind grow by the
  /// same factor as the schema if the compile time is linear.
  static var large: Section {
    Section(
      name: "large",
      summary:
        "`swiftc -c -wmo` on the bindings of one large schema: nested objects, optional properties of "
        + "one object, values of one enum. CPU seconds."
    ) { (_: Options) in
      let tool = try ModelgenTool.path()
      return FigureTable(
        columns: ["debug s", "release s", "debug s, Swift 5", "debug peak MiB"],
        lines: try LargeSchema.all.map { try $0.line(generator: tool) })
    }
  }
}

/// A model file with one schema that is large in one way.
private struct LargeSchema {
  let name: String
  let text: String

  static var all: [LargeSchema] {
    [15, 30, 60].map { LargeSchema(name: "\($0) levels", text: nested($0)) }
      + [300, 1_000, 3_000].map { LargeSchema(name: "\($0) properties", text: wide($0)) }
      + [1_000, 3_000, 10_000].map { LargeSchema(name: "\($0) values", text: values($0)) }
  }

  private static func nested(_ levels: Int) -> String {
    let open = String(repeating: #"{"type":"object","properties":{"a":"#, count: levels)
    return open + #"{"type":"string"}"# + String(repeating: "}}", count: levels)
  }

  private static func wide(_ count: Int) -> String {
    let list = (0..<count).map { #""p\#($0)":{"type":"string"}"# }.joined(separator: ",")
    return #"{"type":"object","properties":{\#(list)}}"#
  }

  private static func values(_ count: Int) -> String {
    let list = (0..<count).map { #""value \#($0)""# }.joined(separator: ",")
    return #"{"type":"object","properties":{"v":{"type":"string","enum":[\#(list)]}}}"#
  }

  func line(generator tool: String) throws -> FigureTable.Line {
    try TemporaryFolder.with { folder in
      try folder.write(
        "schemas/model.json", #"{"model_id":"large/model","input":\#(text)}"#)
      _ = try ChildProgram.run([tool, "generate", "--single-module"], in: folder.path)
      let debug = try compile(in: folder, "-Onone", "6")
      let release = try compile(in: folder, "-O", "6")
      let older = try compile(in: folder, "-Onone", "5")
      return FigureTable.Line(
        name: name,
        values: [
          debug.workSeconds, release.workSeconds, older.workSeconds,
          Double(debug.peakBytes) / 1_048_576,
        ])
    }
  }

  private func compile(
    in folder: TemporaryFolder, _ mode: String, _ version: String
  ) throws -> ChildProgram.Cost {
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Generated")
      .filter { $0.hasSuffix(".swift") }.map { "Generated/" + $0 }
    return try ChildProgram.run(
      [
        "/usr/bin/env", "swiftc", "-c", "-wmo", mode, "-swift-version", version,
        "-parse-as-library", "-module-name", "Large", "-o", "large.o",
        "-I", ChildProgram.buildFolder + "/Modules",
        "-Xcc", "-I" + ManyModels.package + "/Sources/CLibcurl/include",
        "-enable-upcoming-feature", "InternalImportsByDefault",
      ] + sources, in: folder.path)
  }
}
