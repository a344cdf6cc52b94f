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
  /// Hidden folders are left out, and so are links that lead back to a folder above.
  ///
  /// - Parameters:
  ///   - depth: How many folders to go down; 0 for the files of the folder itself.
  ///   - listsFolder: Whether a folder of this name is listed like a file, not gone into.
  public static func list(
    _ folder: String, depth: Int = .max, listsFolder: @escaping (String) -> Bool = { _ in false }
  ) throws(FileError) -> [String] {
    var listing = FolderListing(listsFolder: listsFolder)
    try listing.read(folder, prefix: "", depth: depth)
    return listing.found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

private struct FolderListing {
  let listsFolder: (String) -> Bool
  var found: [String] = []
  /// The folders being read, from the outermost in, to notice a link that leads back.
  private var open: [(device: dev_t, inode: ino_t)] = []

  init(listsFolder: @escaping (String) -> Bool) { self.listsFolder = listsFolder }

  mutating func read(_ folder: String, prefix: String, depth: Int) throws(FileError) {
    guard let stream = opendir(folder) else { throw FileError("read", folder) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0,
      !open.contains(where: { $0.device == status.st_dev && $0.inode == status.st_ino })
    else {
      closedir(stream)
      return
    }
    open.append((status.st_dev, status.st_ino))
    defer { open.removeLast() }
    let folders: [String]
    do {
      // Not left open while the folders in it are read: those may be deep.
      defer { closedir(stream) }
      folders = try names(in: stream, at: folder, prefix: prefix)
    }
    guard depth > 0 else { return }
    for name in folders where !name.hasPrefix(".") {
      try read(folder + "/" + name, prefix: prefix + name + "/", depth: depth - 1)
    }
  }

  /// Adds the files of a folder, and gives the folders in it. A folder that can't be read to its end
  /// is an error: what is missing in a list is taken for deleted.
  private mutating func names(
    in stream: OpaquePointer, at folder: String, prefix: String
  ) throws(FileError) -> [String] {
    var folders: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw FileError("read", folder) }
        return folders
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let type = Int32(entry.pointee.d_type)
      var isFolder = type == Int32(DT_DIR)
      if type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN) {
        isFolder = Files.isFolder(folder + "/" + name)
      }
      if isFolder, !listsFolder(name) { folders.append(name) } else { found.append(prefix + name) }
    }
  }
}
