import Foundation
import TestSupport

/// Compiles emitted code with a main file, links it with the modules that this test run was built
/// with, and runs it.
struct EmittedProgram {
  /// The folder of the modules and objects that were built beside this test.
  private static let products: URL? =
    Toolchain.modules?.lastPathComponent == "Modules"
    ? Toolchain.modules?.deletingLastPathComponent() : nil

  static var isPossible: Bool { products != nil && Toolchain.tool("swiftc") != nil }

  /// The modules that the emitted code needs.
  private static let modules = [
    "ModelCore", "MediaProbe", "ModelTransport", "ModelRuntime",
  ]

  /// The module that is written in C.
  private static let objectInC = "CLibcurl.build/CLibcurl.c.o"

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter files: Names and texts; one of them is `main.swift`.
  /// - Returns: What the program printed.
  static func run(_ files: [(name: String, text: String)]) throws -> String {
    guard let products, let compiler = Toolchain.tool("swiftc") else {
      throw Failure(description: "there is no swiftc")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "agreement-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    let program = folder.appending(path: "program")
    let sources = files.map { folder.appending(path: $0.name).path }
    let objects =
      try modules.flatMap { try objectFiles(of: $0, in: products) }
      + [products.appending(path: objectInC).path]
    _ = try output(
      of: compiler,
      ["-swift-version", "6", "-Onone", "-o", program.path] + Toolchain.searchFlags + sources
        + objects)
    return try output(of: program, [])
  }

  /// Returns the object files of the sources that a module has now. Its folder keeps those of
  /// removed sources too.
  private static func objectFiles(of module: String, in products: URL) throws -> [String] {
    let build = products.appending(path: "\(module).build")
    let list = try String(contentsOf: build.appending(path: "sources"), encoding: .utf8)
    return list.split(separator: "\n").map { line in
      let name = URL(fileURLWithPath: line.trimmingCharacters(in: ["\""])).lastPathComponent
      return build.appending(path: name + ".o").path
    }
  }

  private static func output(of program: URL, _ arguments: [String]) throws -> String {
    let ending = try ChildProcess(program.path, arguments, in: Repository.root).end()
    guard ending.code == 0 else {
      let text = (ending.out + ending.error).prefix(6000)
      throw Failure(description: "\(program.lastPathComponent) failed:\n\(text)")
    }
    return ending.out
  }
}
