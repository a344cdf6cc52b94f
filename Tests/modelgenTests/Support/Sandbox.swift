import Foundation
import Synchronization
import ToolSupport

@testable import modelgen

/// A folder of its own for a test, with model files, and the tool at work in it.
final class Sandbox: TestFolder, Sendable {
  let root: String

  init() throws {
    root = try Sandbox.makeRoot("modelgen-tests")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// How a command ended and what it printed; the sandbox's path is left out.
  struct Outcome: Equatable {
    var code: ExitCode
    var out: String
    var error: String

    var outLines: [String] { out.split(separator: "\n").map(String.init) }
    var errorLines: [String] { error.split(separator: "\n").map(String.init) }
  }

  /// Runs the tool with words whose `@` stands for the sandbox.
  func run(_ words: String...) -> Outcome { run(words) }

  func run(_ words: [String]) -> Outcome {
    let streams = Mutex((out: [UInt8](), error: [UInt8]()))
    let console = Console(
      out: { bytes in streams.withLock { $0.out += bytes } },
      error: { bytes in streams.withLock { $0.error += bytes } })
    let code = Modelgen.run(
      words.map { $0.replacingOccurrences(of: "@", with: root + "/") }, console: console)
    return streams.withLock {
      Outcome(code: code, out: shown($0.out), error: shown($0.error))
    }
  }

  func generate(_ words: String...) -> Outcome {
    run(["generate", "--schemas", "@schemas", "--output", "@Generated"] + words)
  }

  private func shown(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: root + "/", with: "")
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

  func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: path(file)) }

  func move(_ file: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path(file), toPath: path(other))
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
