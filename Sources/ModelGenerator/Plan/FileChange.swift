package import ToolSupport

/// A change to one file, planned first and made later.
package struct FileChange {
  package enum Kind {
    case create([UInt8])
    case replace([UInt8])
    /// And then the folder it was in, if nothing else is in there.
    case delete(emptyFolder: String?)
  }

  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// The line that `--check` prints.
  package var announcement: String {
    switch kind {
    case .create: "would create \(path)"
    case .replace: "would change \(path)"
    case .delete: "would delete \(path)"
    }
  }

  /// The line that is printed after the change.
  package var report: String { "\(verb) \(path)" }

  /// The past tense of the change.
  package var verb: String {
    switch kind {
    case .create: "created"
    case .replace: "changed"
    case .delete: "deleted"
    }
  }

  package var isDeletion: Bool {
    if case .delete = kind { true } else { false }
  }

  package func apply() throws(FileError) {
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
