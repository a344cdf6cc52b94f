import SwiftBindings
import ToolSupport

/// The folder that bindings are written to, and what of it is the generator's own.
package struct OutputFolder {
  package let path: String

  package init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// What stands where a file of bindings goes.
  enum Present {
    case nothing
    case own([UInt8], FileHeader)
    /// Not the generator's: it must stay as it is.
    case foreign
  }

  /// Swift files in the folder and in those right below it, relative to it; none where there is no
  /// folder yet.
  func swiftFiles() throws(CommandFailure) -> [String] {
    guard Files.kind(path) != nil else { return [] }
    do {
      return try Files.list(path, depth: 1).filter { $0.hasSuffix(".swift") }
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
  }

  func full(_ file: String) -> String { Paths.join(path, file) }

  /// What stands at a path below the folder.
  func present(_ file: String) throws(CommandFailure) -> Present {
    let path = full(file)
    guard Files.kind(path) != nil else { return .nothing }
    guard Files.kindBehindLinks(path) == .file else { return .foreign }
    do {
      let bytes = try Files.read(path)
      return FileHeader(ofOwnFile: bytes).map { .own(bytes, $0) } ?? .foreign
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
  }
}
