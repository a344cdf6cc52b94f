import Foundation

/// Compiles emitted code with a main file, links it with the modules that this test run was built
/// with, and runs it.
struct EmittedProgram {
  /// The folder of the modules and objects that were built beside this test.
  static let products: URL? = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let modules = bundle.appending(path: "Modules")
    return FileManager.default.fileExists(atPath: modules.path) ? bundle : nil
  }()

  static let compiler: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  static var isPossible: Bool { products != nil && compiler != nil }

  /// What the emitted code needs of this package.
  private static let rooms = [
    "JSONTree", "MediaProbe", "SchemaRules", "ModelTransport", "ModelRuntime",
  ]

  /// The same, of the room that is written in C.
  private static let headers = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CLibcurl/include").path
  private static let objectInC = "CLibcurl.build/CLibcurl.c.o"

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter files: Names and texts; one of them is `main.swift`.
  /// - Returns: What the program printed.
  static func run(_ files: [(name: String, text: String)]) throws -> String {
    guard let products, let compiler else { throw Failure(description: "there is no swiftc") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "agreement-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
    let program = folder.appending(path: "program")
    let sources = files.map { folder.appending(path: $0.name).path }
    let objects =
      try rooms.flatMap { try objectFiles(of: $0, in: products) }
      + [products.appending(path: objectInC).path]
    _ = try output(
      of: compiler,
      ["-swift-version", "6", "-Onone", "-I", products.appending(path: "Modules").path]
        + ["-I", headers, "-o", program.path] + sources + objects)
    return try output(of: program, [])
  }

  /// The objects of the sources that a room has now; the folder keeps those of former ones too.
  private static func objectFiles(of room: String, in products: URL) throws -> [String] {
    let build = products.appending(path: "\(room).build")
    let list = try String(contentsOf: build.appending(path: "sources"), encoding: .utf8)
    return list.split(separator: "\n").map { line in
      let name = URL(fileURLWithPath: line.trimmingCharacters(in: ["\""])).lastPathComponent
      return build.appending(path: name + ".o").path
    }
  }

  private static func output(of program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(program.lastPathComponent) failed:\n\(text.prefix(6000))")
    }
    return text
  }
}
