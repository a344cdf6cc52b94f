import Foundation
import TestSupport

/// A program that makes or reads real files. Tests that need one are skipped where it is missing.
enum RealTool: String, CaseIterable, Sendable {
  case convert, identify, ffmpeg, ffprobe, exiftool, jpegtran, cwebp, webpmux, img2webp, avifenc
  case heifEncoder = "heif-enc"
  case heifDecoder = "heif-convert"

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The path of the program. Another program may have the name `convert`, so its version is
  /// checked.
  var path: String? {
    Programs.find(rawValue) { path in
      guard self == .convert else { return true }
      let version = try? RealTool.output(of: path, ["-version"], in: "/")
      return version?.contains("ImageMagick") == true
    }
  }

  private static let paths: [RealTool: String] = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { tool in tool.path.map { (tool, $0) } })

  /// Returns a Boolean value that indicates whether all of these are installed, and prints the
  /// missing ones.
  static func areInstalled(_ tools: RealTool...) -> Bool {
    let missing = tools.filter { paths[$0] == nil }.map(\.rawValue)
    if !missing.isEmpty { print("skipped: \(missing.joined(separator: ", ")) isn't installed") }
    return missing.isEmpty
  }

  /// Runs the program in a folder and returns what it prints.
  @discardableResult
  func run(_ arguments: String..., in folder: Workshop) throws -> String {
    try run(arguments, in: folder)
  }

  @discardableResult
  func run(_ arguments: [String], in folder: Workshop) throws -> String {
    guard let path = RealTool.paths[self] else {
      throw Failure(description: "\(rawValue) is not installed")
    }
    return try RealTool.output(of: path, arguments, in: folder.url.path)
  }

  private static func output(
    of path: String, _ arguments: [String], in folder: String
  ) throws -> String {
    let ending = try ChildProcess(path, arguments, in: folder).end()
    guard ending.code == 0 else {
      throw Failure(
        description: "\(path) \(arguments.joined(separator: " ")): \(ending.error.suffix(600))")
    }
    return ending.out
  }
}

/// A folder that lasts as long as a test.
final class Workshop: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("probe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func bytes(_ name: String) throws -> Bytes {
    Bytes(try Data(contentsOf: url.appendingPathComponent(name)))
  }

  func write(_ bytes: Bytes, _ name: String) throws {
    try Data(bytes).write(to: url.appendingPathComponent(name))
  }
}
