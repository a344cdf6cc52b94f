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
    var links: [String] = []
    try read("", &visited, &links)
    while !links.isEmpty {
      let next = links.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      links = []
      for link in next { try read(link, &visited, &links) }
    }
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

  /// Reads a folder as `modelgen` does: one that a link leads to counts under the link's name only
  /// where it doesn't count already.
  ///
  /// - Parameters:
  ///   - prefix: The folder, below the target's own.
  ///   - visited: The folders so far.
  ///   - links: Links to folders, which are read after everything that isn't a link.
  private mutating func read(
    _ prefix: String, _ visited: inout Set<String>, _ links: inout [String]
  ) throws {
    let folder = prefix.isEmpty ? folder : folder.appendingPathComponent(prefix)
    guard visited.insert(folder.resolvingSymlinksInPath().path).inserted else { return }
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder.path) where !name.hasPrefix(".") {
      let file = folder.appendingPathComponent(name)
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: file.path, isDirectory: &isFolder) else { continue }
      if !isFolder.boolValue {
        note(name, at: prefix + name)
      } else if (try? manager.destinationOfSymbolicLink(atPath: file.path)) != nil {
        links.append(prefix + name + "/")
      } else {
        try read(prefix + name + "/", &visited, &links)
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
