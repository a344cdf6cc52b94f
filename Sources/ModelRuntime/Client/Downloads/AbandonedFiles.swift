import ModelTransport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Temporary files of downloads whose process ended before it could remove them.
///
/// A download holds a lock on its temporary file, which the system releases with the process,
/// however that ends. So a file whose lock is free is abandoned.
enum AbandonedFiles {
  enum Lock { case held, taken, unsupported }

  private static let prefix = ".download-"
  private static let ending = ".part"

  static func name(tag: UInt64) -> String { prefix + String(tag, radix: 36) + ending }

  static func lock(_ file: Int32) -> Lock {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      return errno == EWOULDBLOCK ? .taken : .unsupported
    }
    return .held
  }

  /// Returns a Boolean value that indicates whether the open file is still the one at this path.
  static func isFile(_ file: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Removes those of a folder that no living process holds.
  static func remove(from directory: String) {
    for name in names(in: directory) where name.hasPrefix(prefix) && name.hasSuffix(ending) {
      remove("\(directory)/\(name)")
    }
  }

  private static func remove(_ path: String) {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      lock(file) == .held, isFile(file, at: path)
    else { return }
    unlink(path)
  }

  private static func names(in directory: String) -> [String] {
    guard let folder = opendir(directory) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        })
    }
    return names
  }
}

/// The folders that a client downloads to. Each is looked through for abandoned files once: for
/// every download it would take longer the more files there are.
final class DownloadFolders: Sendable {
  private let known = Locked<Set<String>>([])
  private static let limit = 1_000

  /// Prepares a folder for a download.
  func prepare(_ directory: String) {
    let isNew = known.withLock { known in
      if known.count >= Self.limit { known = [] }
      return known.insert(directory).inserted
    }
    if isNew { AbandonedFiles.remove(from: directory.isEmpty ? "." : directory) }
  }
}
