import ToolSupport

/// A change to one file, planned first and made later.
struct FileChange {
  enum Kind {
    case create([UInt8])
    case replace([UInt8])
    case delete
  }

  let path: String
  let kind: Kind

  /// What `--check` prints.
  var announcement: String {
    switch kind {
    case .create: "would create \(path)"
    case .replace: "would change \(path)"
    case .delete: "would delete \(path)"
    }
  }

  /// What is printed when it is done.
  var report: String {
    switch kind {
    case .create: "created \(path)"
    case .replace: "changed \(path)"
    case .delete: "deleted \(path)"
    }
  }

  func apply() throws(CommandFailure) {
    do {
      switch kind {
      case .create(let bytes), .replace(let bytes):
        try Files.createFolder(Paths.parent(of: path))
        try Files.write(bytes, to: path)
      case .delete:
        try Files.delete(path)
        Files.deleteFolderIfEmpty(Paths.parent(of: path))
      }
    } catch {
      throw CommandFailure(.cannotWrite, error.description)
    }
  }
}
