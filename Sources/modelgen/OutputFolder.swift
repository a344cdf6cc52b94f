import SwiftBindings
import ToolSupport

/// The folder that bindings are written to, and what of it is the generator's own.
struct OutputFolder {
  let path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Swift files in the folder and in those right below it, relative to it; none where there is no
  /// folder yet.
  func swiftFiles() throws(CommandFailure) -> [String] {
    guard Files.exists(path) else { return [] }
    do {
      return try Files.list(path, depth: 1).filter { $0.hasSuffix(".swift") }
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
  }

  /// The bytes of a file, or nil where there is none.
  func bytes(of file: String) throws(CommandFailure) -> [UInt8]? {
    do {
      return try Files.read(Paths.join(path, file))
    } catch {
      if error.isMissing { return nil }
      throw CommandFailure(.cannotWrite, error.description)
    }
  }
}
