/// The file whose lock keeps the processes that use a journal apart.
///
/// It is a file of its own, since the journal itself is replaced when it is compacted.
struct JournalLock {
  let path: String
  let files: JournalFiles
  private var file: Int32?

  init(path: String, files: JournalFiles) { (self.path, self.files) = (path, files) }

  private static var tries: Int { 10 }

  /// Waits for the lock. Makes the file, and its folder, where they are missing.
  mutating func acquire(makeFolder: () throws(SystemFailure) -> Void) throws(SystemFailure) {
    for _ in 0..<JournalLock.tries {
      let file = try opened(makeFolder)
      _ = try files.lock(file, true)
      // The lock of a file that somebody deleted keeps nobody out.
      if let there = try files.identityAt(path), there.isSameFile(as: try files.identity(file)) {
        return
      }
      close()
    }
    throw SystemFailure("can't lock", path, 0)
  }

  func release() { if let file { files.unlock(file) } }

  mutating func close() {
    if let file { files.close(file) }
    file = nil
  }

  private mutating func opened(
    _ makeFolder: () throws(SystemFailure) -> Void
  ) throws(SystemFailure) -> Int32 {
    if let file { return file }
    let opened: Int32
    if try files.identityAt(path) == nil { try makeFolder() }
    opened = try files.open(path, false)
    file = opened
    return opened
  }
}
