public import ToolSupport

/// A change to one file, planned first and made later.
public struct FileChange {
  public enum Kind {
    case create([UInt8])
    case replace([UInt8])
    /// And then the folder it was in, if nothing else is in there.
    case delete(emptyFolder: String?)
  }

  public let path: String
  public let kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What `--check` prints.
  public var announcement: String {
    switch kind {
    case .create: "would create \(path)"
    case .replace: "would change \(path)"
    case .delete: "would delete \(path)"
    }
  }

  /// What is printed when it is done.
  public var report: String { "\(verb) \(path)" }

  /// What was done to the file.
  public var verb: String {
    switch kind {
    case .create: "created"
    case .replace: "changed"
    case .delete: "deleted"
    }
  }

  public var isDeletion: Bool {
    if case .delete = kind { true } else { false }
  }

  public func apply() throws(FileError) {
    switch kind {
    case .create(let bytes), .replace(let bytes):
      try Files.createFolder(Paths.parent(of: path))
      try Files.write(bytes, to: path)
    case .delete(let folder):
      try Files.delete(path)
      if let folder { Files.deleteFolderIfEmpty(folder) }
    }
  }
}
