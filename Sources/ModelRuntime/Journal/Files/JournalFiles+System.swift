#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension JournalFiles {
  /// The file system of this machine.
  package static let system = JournalFiles(
    makeDirectory: { path throws(SystemFailure) in try SystemFiles.makeDirectory(path) },
    open: { path, isEmptied throws(SystemFailure) in
      let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
      return try SystemFiles.open(path, isEmptied ? flags | O_TRUNC : flags)
    },
    close: { SystemFiles.close($0) },
    identity: { file throws(SystemFailure) in
      var facts = stat()
      _ = try SystemFiles.call("can't read", "the journal") { fstat(file, &facts) }
      return FileIdentity(facts)
    },
    identityAt: { path throws(SystemFailure) in
      var facts = stat()
      if lstat(path, &facts) == 0 { return FileIdentity(facts) }
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw SystemFailure("can't read", path)
    },
    read: { file, range throws(SystemFailure) in try SystemFiles.read(file, range) },
    append: { file, bytes throws(SystemFailure) in
      try SystemFiles.call("can't write to", "the journal") {
        bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      }
    },
    truncate: { file, size throws(SystemFailure) in
      _ = try SystemFiles.call("can't shorten", "the journal") { Int(ftruncate(file, off_t(size))) }
    },
    sync: { file throws(SystemFailure) in try SystemFiles.sync(file) },
    syncDirectory: { path throws(SystemFailure) in try SystemFiles.syncDirectory(path) },
    rename: { old, new throws(SystemFailure) in try SystemFiles.rename(old, new) },
    remove: { path throws(SystemFailure) in
      if unlink(path) != 0, errno != ENOENT { throw SystemFailure("can't remove", path) }
    },
    list: { path throws(SystemFailure) in try SystemFiles.names(in: path) },
    lock: { file, waits throws(SystemFailure) in
      while flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        if !waits, errno == EWOULDBLOCK { return false }
        throw SystemFailure("can't lock", "the journal")
      }
      return true
    },
    unlock: { file in _ = flock(file, LOCK_UN) })
}

/// Calls to the system, repeated where a signal interrupted them.
private enum SystemFiles {
  static func call<Number: FixedWidthInteger>(
    _ action: String, _ path: String, _ body: () -> Number
  ) throws(SystemFailure) -> Number {
    while true {
      let result = body()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemFailure(action, path) }
    }
  }

  static func open(_ path: String, _ flags: Int32) throws(SystemFailure) -> Int32 {
    try call("can't open", path) { openFile(path, flags, 0o600) }
  }

  static func close(_ file: Int32) { closeFile(file) }

  static func rename(_ old: String, _ new: String) throws(SystemFailure) {
    if renameFile(old, new) != 0 { throw SystemFailure("can't rename", old) }
  }

  static func syncDirectory(_ path: String) throws(SystemFailure) {
    let folder = try open(path, O_RDONLY | O_CLOEXEC)
    defer { close(folder) }
    // Some file systems have no such call for folders.
    if fsync(folder) != 0, errno != EINVAL, errno != ENOTSUP {
      throw SystemFailure("can't write to", path)
    }
  }

  static func read(_ file: Int32, _ range: Range<Int>) throws(SystemFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var count = 0
    while count < bytes.count {
      let more = try call("can't read", "the journal") {
        bytes.withUnsafeMutableBytes { all in
          pread(
            file, all.baseAddress.map { $0 + count }, all.count - count,
            off_t(range.lowerBound + count))
        }
      }
      if more == 0 { break }
      count += more
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  static func sync(_ file: Int32) throws(SystemFailure) {
    #if canImport(Darwin)
      // `fsync` leaves the bytes in the cache of the drive. File systems without the stronger call
      // have only that one.
      if fcntl(file, F_FULLFSYNC) == 0 { return }
      _ = try call("can't write to", "the journal") { fsync(file) }
    #else
      _ = try call("can't write to", "the journal") { fdatasync(file) }
    #endif
  }

  static func makeDirectory(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let reason = errno
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard reason == ENOENT, !parent.isEmpty, parent != path else {
      throw SystemFailure("can't create", path, reason)
    }
    try makeDirectory(parent)
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw SystemFailure("can't create", path) }
  }

  static func names(in path: String) throws(SystemFailure) -> [String] {
    guard let folder = opendir(path) else { throw SystemFailure("can't read", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}

extension FileIdentity {
  fileprivate init(_ facts: stat) {
    self.init(
      device: UInt64(truncatingIfNeeded: facts.st_dev),
      number: UInt64(truncatingIfNeeded: facts.st_ino), size: Int(facts.st_size))
  }
}

/// Calls to the system under names that members don't hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func closeFile(_ file: Int32) { _ = close(file) }

private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) }
