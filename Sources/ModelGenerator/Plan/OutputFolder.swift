import ToolSupport

/// The folder that bindings are written to.
package struct OutputFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The item at the path of a file of bindings.
  enum Present {
    case nothing
    case own([UInt8])
    /// A file or folder that the generator didn't write and must not change.
    case foreign

    var isOwn: Bool { if case .own = self { true } else { false } }
  }

  /// The Swift files in the folder and in those right below it, relative to it; none if there is no
  /// folder yet.
  func swiftFiles() throws(FileError) -> [String] {
    guard Files.kind(path) != nil else { return [] }
    return try Files.list(path, depth: 1).filter { $0.hasSuffix(".swift") }
  }

  func full(_ file: String) -> String { Paths.join(path, file) }

  /// Returns what is at a path below the folder.
  func present(_ file: String) throws(FileError) -> Present {
    let path = full(file)
    guard Files.kind(path) != nil else { return .nothing }
    guard Files.kindBehindLinks(path) == .file else { return .foreign }
    let bytes = try Files.read(path)
    return FileHeader.isOwn(bytes) ? .own(bytes) : .foreign
  }

  /// The bytes of the manifest; `nil` if there is none.
  func manifest() throws(FileError) -> [UInt8]? {
    let path = full(BindingsManifest.fileName)
    return Files.kindBehindLinks(path) == .file ? try Files.read(path) : nil
  }
}
