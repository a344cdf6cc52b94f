import Foundation

/// The files of a target that bindings are made of.
///
/// The folder is read, not what the package says of it: files that a package declares as resources
/// or leaves out would be missing there.
struct TargetFiles {
  let folder: URL
  /// Paths below the folder, in order.
  private(set) var models: [String] = []
  /// Whatever else bindings depend on: corrections and the configuration.
  private(set) var others: [String] = []

  init(below folder: URL) throws {
    self.folder = folder
    var visited: Set<String> = []
    try read(folder, prefix: "", &visited)
    sort()
  }

  /// Files that are known already, such as those of a target in an Xcode project.
  init(_ files: [URL], below folder: URL) {
    self.folder = folder
    let prefix = folder.path.hasSuffix("/") ? folder.path : folder.path + "/"
    for file in files where file.path.hasPrefix(prefix) {
      note(file.lastPathComponent, at: String(file.path.dropFirst(prefix.count)))
    }
    sort()
  }

  /// - Parameter visited: The folders so far, since a link may lead back to one.
  private mutating func read(_ folder: URL, prefix: String, _ visited: inout Set<String>) throws {
    guard visited.insert(folder.resolvingSymlinksInPath().path).inserted else { return }
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder.path) where !name.hasPrefix(".") {
      let file = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        try read(file, prefix: prefix + name + "/", &visited)
      } else {
        note(name, at: prefix + name)
      }
    }
  }

  private mutating func note(_ name: String, at path: String) {
    if name.hasSuffix(".model.json"), name != ".model.json" {
      models.append(path)
    } else if name.hasSuffix(".patch.json") || path == "modelgen.json" {
      others.append(path)
    }
  }

  private mutating func sort() {
    models.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    others.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
