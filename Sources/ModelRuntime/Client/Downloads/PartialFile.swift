#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file under a temporary name, which gets its own only when it is whole and on the disk.
///
/// It is locked for as long as it is open, which tells it from one whose process has died
/// (``AbandonedFiles``).
final class PartialFile: Sendable {
  private let directory: String
  private let path: String
  private let file: Int32

  /// Makes the directory too, where it is missing.
  init(in directory: String, tag: UInt64) throws(FileError) {
    let directory = directory.isEmpty ? "." : directory
    try PartialFile.makeDirectory(directory)
    self.directory = directory
    path = "\(directory)/\(AbandonedFiles.name(tag: tag))"
    let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    if opened < 0 { throw FileError("can't write to \(directory)") }
    file = opened
    // Between the two calls the file looks abandoned, and another process may take it away.
    guard AbandonedFiles.lock(opened) != .taken, AbandonedFiles.isFile(opened, at: path) else {
      throw FileError("can't write to \(directory)", EBUSY)
    }
  }

  /// Without `place`, nothing of it is left.
  deinit {
    close(file)
    unlink(path)
  }

  func append(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        write(file, all.baseAddress.map { $0 + written }, all.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError("can't write to \(directory)") }
      written += count
    }
  }

  /// Bytes that are here already.
  func read(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, range.count, off_t(range.lowerBound)))
    }
  }

  /// Begins anew.
  func empty() throws(FileError) {
    guard ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0 else {
      throw FileError("can't write to \(directory)")
    }
  }

  /// Gives the file its name, or the first free one of that name and a number. What stands there
  /// already, be it a link, is never touched.
  func place(as name: String) throws(FileError) -> String {
    guard fsync(file) == 0 else { throw FileError("can't write to \(directory)") }
    let free = FileName.freeNumber {
      PartialFile.isTaken("\(directory)/\(FileName.numbered(name, $0))")
    }
    // Others may take names at the same time, and only the attempt itself decides.
    for number in (free ?? FileName.lastNumber)..<FileName.lastNumber {
      let target = "\(directory)/\(FileName.numbered(name, number))"
      if link(path, target) == 0 || (errno != EEXIST && renameIfFree(to: target)) {
        syncDirectory()
        return target
      }
      if errno != EEXIST { throw FileError("can't write \(target)") }
    }
    throw FileError("no free name for \(name) in \(directory)", EEXIST)
  }

  /// Returns a Boolean value that indicates whether the name is taken, even by a dangling link.
  private static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// For file systems without links. Sets `errno` to `EEXIST` where the name is taken.
  private func renameIfFree(to target: String) -> Bool {
    let placeholder = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard placeholder >= 0 else { return false }
    close(placeholder)
    if rename(path, target) == 0 { return true }
    let reason = errno
    unlink(target)
    errno = reason == EEXIST ? EIO : reason
    return false
  }

  private func syncDirectory() {
    let folder = open(directory, O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func makeDirectory(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard errno == ENOENT, !parent.joined().isEmpty else { throw FileError("can't make \(path)") }
    try makeDirectory(parent.joined(separator: "/"))
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError("can't make \(path)") }
  }
}

/// A file operation that failed, with the system's error.
struct FileError: Error {
  let description: String

  init(_ what: String, _ reason: Int32 = errno) {
    description = "\(what): \(strerror(reason).map { String(cString: $0) } ?? "error \(reason)")"
  }
}
