import Foundation
import SwiftBindings
import Testing

/// The compiler and the formatter that this test was built with, and the modules built beside it.
enum Toolchain {
  static let missing: Comment =
    "swiftc, swift-format or the built modules were not found; emitted code is not compiled"

  /// Whether emitted code can be compiled here.
  static let isFound = modules != nil && tool("swiftc") != nil && tool("swift-format") != nil

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of `ModelRuntime.swiftmodule`, next to the test program.
  private static let modules: URL? = {
    var folder = testProgram.deletingLastPathComponent()
    for _ in 0..<5 {
      for candidate in [folder.appending(path: "Modules"), folder] {
        let module = candidate.appending(path: "ModelRuntime.swiftmodule")
        if FileManager.default.fileExists(atPath: module.path) { return candidate }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  private static var testProgram: URL {
    #if canImport(Darwin)
      if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
        return bundle.bundleURL
      }
    #endif
    return URL(filePath: CommandLine.arguments.first ?? "").absoluteURL
  }

  private static func tool(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// What the compiler says about emitted files; empty when it is content.
  ///
  /// - Parameter more: Files beside the emitted ones, by name.
  static func typecheck(
    _ files: [EmittedFile], more: [String: String] = [:], flags: [String]
  ) throws -> String {
    guard let modules, let compiler = tool("swiftc") else { return "there is no compiler" }
    return try inFolder(of: files, more) { paths in
      let headers = ["Sources/CLibcurl/include"].flatMap {
        ["-I", repository.appending(path: $0).path]
      }
      return try run(
        compiler,
        ["-typecheck", "-wmo", "-module-name", "Emitted", "-I", modules.path, "-parse-as-library"]
          + headers + flags + paths)
    }
  }

  /// What the formatter has to say about emitted files; empty when it is content.
  static func lint(_ files: [EmittedFile]) throws -> String {
    guard let formatter = tool("swift-format") else { return "there is no formatter" }
    let configuration = repository.appending(path: ".swift-format").path
    return try inFolder(of: files, [:]) { paths in
      try run(formatter, ["lint", "--strict", "--configuration", configuration] + paths)
    }
  }

  private static func inFolder(
    of files: [EmittedFile], _ more: [String: String], _ body: ([String]) throws -> String
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "modelgen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (path, text) in files.map({ ($0.path, $0.text) }) + more.map({ ($0.key, $0.value) }) {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      paths.append(file.path)
    }
    return try body(paths)
  }

  /// The output of a program, and how it ended where that was not well.
  private static func run(_ program: URL, _ arguments: [String]) throws -> String {
    let log = FileManager.default.temporaryDirectory
      .appending(path: "modelgen-\(UUID().uuidString).log")
    defer { try? FileManager.default.removeItem(at: log) }
    try Data().write(to: log)
    let output = try FileHandle(forWritingTo: log)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    return process.terminationStatus == 0 ? text : text + "(exit \(process.terminationStatus))"
  }
}
