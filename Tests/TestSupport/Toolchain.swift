package import Foundation

/// The compiler and the formatter that the tests were built with, and the modules built beside them.
package enum Toolchain {
  /// The reason tests that need it are skipped.
  package static let missing =
    "swiftc, swift-format or the built modules were not found; nothing is compiled"

  package static let isFound =
    modules != nil && tool("swiftc") != nil && tool("swift-format") != nil

  /// The folder of `ModelRuntime.swiftmodule`, next to the test program.
  package static let modules: URL? = {
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

  package static func tool(_ name: String) -> URL? {
    Programs.find(name).map { URL(filePath: $0) }
  }

  /// The flags with which a compiler finds the modules of this package.
  package static var searchFlags: [String] {
    ["-I", modules?.path ?? "", "-I", Repository.root + "/Sources/CLibcurl/include"]
  }

  /// Returns the compiler's diagnostics for files, or an empty string.
  package static func typecheck(_ files: [String], flags: [String]) throws -> String {
    guard let compiler = tool("swiftc") else { return "there is no compiler" }
    return try output(
      of: compiler,
      ["-typecheck", "-wmo", "-module-name", "Emitted", "-parse-as-library"] + searchFlags + flags
        + files)
  }

  /// Returns the formatter's diagnostics for files, or an empty string.
  package static func lint(_ files: [String]) throws -> String {
    guard let formatter = tool("swift-format") else { return "there is no formatter" }
    return try output(
      of: formatter,
      ["lint", "--strict", "--configuration", Repository.root + "/.swift-format"] + files)
  }

  /// The output of a program, and how it ended where that was not well.
  private static func output(of program: URL, _ arguments: [String]) throws -> String {
    let ending = try ChildProcess(program.path, arguments, in: Repository.root).end()
    return ending.code == 0 ? ending.text : ending.text + "(exit \(ending.code))"
  }
}
