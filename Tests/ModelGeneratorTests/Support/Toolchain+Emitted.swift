import Foundation
import ModelGenerator
import TestSupport
import Testing

extension Toolchain {
  static var isMissing: Comment { Comment(rawValue: missing) }

  static let repository = URL(filePath: Repository.root)

  /// Returns the compiler's diagnostics for emitted files, or an empty string.
  ///
  /// - Parameter more: Files beside the emitted ones, by name.
  static func typecheck(
    _ files: [EmittedFile], more: [String: String] = [:], flags: [String]
  ) throws -> String {
    try inFolder(of: files, more) { try typecheck($0, flags: flags) }
  }

  /// Returns the formatter's diagnostics for emitted files, or an empty string.
  static func lint(_ files: [EmittedFile]) throws -> String {
    try inFolder(of: files, [:]) { try lint($0) }
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
}
