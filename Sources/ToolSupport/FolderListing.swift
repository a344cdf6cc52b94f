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
  /// Hidden folders are left out. A folder that a link leads to is listed under the link's name only
  /// where it isn't listed already: no file stands in the list twice.
  ///
  /// - Parameters:
  ///   - depth: How many folders to go down; 0 for the files of the folder itself.
  ///   - listsFolder: Whether a folder of this name is listed like a file, not gone into.
  public static func list(
    _ folder: String, depth: Int = .max, listsFolder: @escaping (String) -> Bool = { _ in false }
  ) throws(FileError) -> [String] {
    var listing = FolderListing(listsFolder: listsFolder)
    try listing.read(folder, prefix: "", depth: depth)
    try listing.followLinks()
    return listing.found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

private struct FolderListing {
  let listsFolder: (String) -> Bool
  var found: [String] = []
  /// The folders that were read, by what they are and not by their names.
  private var visited: Set<FolderIdentity> = []
  /// Links to folders, which are read after everything that isn't a link.
  private var links: [(folder: String, prefix: String, depth: Int)] = []

  init(listsFolder: @escaping (String) -> Bool) { self.listsFolder = listsFolder }

  mutating func read(_ folder: String, prefix: String, depth: Int) throws(FileError) {
    guard let stream = opendir(folder) else { throw FileError("read", folder) }
    var status = stat()
    guard fstat(dirfd(stream), &status) == 0,
      visited.insert(FolderIdentity(device: status.st_dev, inode: status.st_ino)).inserted
    else {
      closedir(stream)
      return
    }
    let folders: [(name: String, isLink: Bool)]
    do {
      // Not left open while the folders in it are read: those may be deep.
      defer { closedir(stream) }
      folders = try names(in: stream, at: folder, prefix: prefix)
    }
    guard depth > 0 else { return }
    for (name, isLink) in folders where !name.hasPrefix(".") {
      let (path, inner) = (folder + "/" + name, prefix + name + "/")
      if isLink {
        links.append((path, inner, depth - 1))
      } else {
        try read(path, prefix: inner, depth: depth - 1)
      }
    }
  }

  /// In the order of their paths, so that it is always the same one of two that gives the names.
  mutating func followLinks() throws(FileError) {
    while !links.isEmpty {
      let next = links.sorted { $0.prefix.utf8.lexicographicallyPrecedes($1.prefix.utf8) }
      links = []
      for link in next { try read(link.folder, prefix: link.prefix, depth: link.depth) }
    }
  }

  /// Adds the files of a folder, and gives the folders in it. A folder that can't be read to its end
  /// is an error: what is missing in a list is taken for deleted.
  private mutating func names(
    in stream: OpaquePointer, at folder: String, prefix: String
  ) throws(FileError) -> [(name: String, isLink: Bool)] {
    var folders: [(name: String, isLink: Bool)] = []
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
      if isFolder, !listsFolder(name) {
        folders.append((name, isLink: type == Int32(DT_LNK)))
      } else {
        found.append(prefix + name)
      }
    }
  }
}

/// The identity of a folder, whatever its names.
private struct FolderIdentity: Hashable {
  let device: dev_t
  let inode: ino_t
}
