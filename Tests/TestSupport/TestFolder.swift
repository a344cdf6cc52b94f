import Foundation
import ToolSupport

/// A folder of a test's own, for everything that a tool reads and writes there.
public protocol TestFolder {
  var root: String { get }
}

extension TestFolder {
  public static func makeRoot(_ name: String) throws -> String {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(name)-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    return root
  }

  public func path(_ file: String) -> String { root + "/" + file }

  public func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

  public func write(_ file: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path(file))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  public func read(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(file))), as: UTF8.self)
  }

  public func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path(file))
  }

  public func move(_ file: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path(file), toPath: path(other))
  }

  public func exists(_ file: String) -> Bool { Files.kind(path(file)) != nil }
}
