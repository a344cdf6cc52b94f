import Foundation

/// Runs programs, and keeps what they print.
enum Shell {
  struct Outcome {
    let code: Int32
    /// Standard output and standard error, as they came.
    let text: String

    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  static func run(_ words: [String], in folder: URL) throws -> Outcome {
    // A file, not a pipe: nothing can be full, whatever is printed.
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-plugin-tests-\(UUID().uuidString).txt")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus,
      text: String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
