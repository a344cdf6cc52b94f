import Foundation
import ToolSupport

@testable import modelgen

/// A folder of its own for a test, with model files, and the tool at work in it.
final class Sandbox: TestFolder, Sendable {
  let root: String

  init() throws {
    root = try Sandbox.makeRoot("modelgen-tests")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Runs the tool with words whose `@` stands for the sandbox.
  func run(_ words: String...) -> ToolOutcome { run(words) }

  func run(_ words: [String]) -> ToolOutcome {
    let captured = CapturedConsole()
    let code = Modelgen.run(
      words.map { $0.replacingOccurrences(of: "@", with: root + "/") }, console: captured.console)
    return captured.outcome(code, in: self)
  }

  func generate(_ words: String...) -> ToolOutcome {
    run(["generate", "--schemas", "@schemas", "--output", "@Generated"] + words)
  }
}

/// Files of the sandbox.
extension Sandbox {
  func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(folder), withIntermediateDirectories: true)
  }

  func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(file), withDestinationPath: target)
  }

  /// Every file below a folder with its bytes.
  func snapshot(_ folder: String = "") throws -> [String: [UInt8]] {
    let base = folder.isEmpty ? root : path(folder)
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: base) {
      let file = base + "/" + name
      if Files.kindBehindLinks(file) == .file { files[name] = try Files.read(file) }
    }
    return files
  }

  /// Inode and time of writing of every file below a folder: both stay where nothing is written.
  func identities(_ folder: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path(folder)) {
      let attributes = try FileManager.default.attributesOfItem(atPath: path(folder) + "/" + name)
      let inode = attributes[.systemFileNumber] as? Int ?? 0
      let time = attributes[.modificationDate] as? Date ?? .distantPast
      found[name] = "\(inode) \(time.timeIntervalSince1970)"
    }
    return found
  }
}
