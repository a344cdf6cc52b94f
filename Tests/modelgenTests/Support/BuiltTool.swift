import Foundation

/// The tool as it was built, run as users run it: in a process of its own.
enum BuiltTool {
  /// The folder that the tests were built into.
  static let folder = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  struct Ending {
    var code: Int32
    var isCrash: Bool
    var out: String
    var error: String
  }

  static func run(_ words: [String], in folder: String, outTo file: String? = nil) throws -> Ending
  {
    try run(program: Self.folder + "/modelgen", words, in: folder, outTo: file)
  }

  /// - Parameter file: Where standard output goes instead of into the ending.
  static func run(
    program: String, _ words: [String], in folder: String, outTo file: String? = nil
  ) throws -> Ending {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Files, not pipes: nothing can be full, whatever the tool prints.
    let (outURL, errorURL) = (temporaryFile(), temporaryFile())
    defer {
      try? FileManager.default.removeItem(at: outURL)
      try? FileManager.default.removeItem(at: errorURL)
    }
    process.standardOutput = try FileHandle(
      forWritingTo: file.map { URL(fileURLWithPath: $0) } ?? outURL)
    process.standardError = try FileHandle(forWritingTo: errorURL)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Ending(
      code: process.terminationStatus, isCrash: process.terminationReason == .uncaughtSignal,
      out: String(decoding: try Data(contentsOf: outURL), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: errorURL), as: UTF8.self))
  }

  private static func temporaryFile() -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-tests-\(UUID().uuidString).txt")
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    return url
  }
}
