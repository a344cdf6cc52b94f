#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Files {
  /// The files below a folder, as paths relative to it, sorted by their bytes.
  ///
  /// - Parameter depth: How many folders to go down; 0 for the files of the folder itself.
  public static func list(_ folder: String, depth: Int = 32) throws(FileError) -> [String] {
    var found: [String] = []
    try list(folder, prefix: "", depth: depth, into: &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func list(
    _ folder: String, prefix: String, depth: Int, into found: inout [String]
  ) throws(FileError) {
    guard let stream = opendir(folder) else { throw FileError("read", folder) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var isFolder = Int32(entry.pointee.d_type) == Int32(DT_DIR)
      if Int32(entry.pointee.d_type) == Int32(DT_LNK)
        || Int32(entry.pointee.d_type) == Int32(DT_UNKNOWN)
      {
        isFolder = Files.isFolder(folder + "/" + name)
      }
      if isFolder { folders.append(name) } else { found.append(prefix + name) }
    }
    closedir(stream)
    guard depth > 0 else { return }
    for name in folders where !name.hasPrefix(".") {
      try list(folder + "/" + name, prefix: prefix + name + "/", depth: depth - 1, into: &found)
    }
  }
}
