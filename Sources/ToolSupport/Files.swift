#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reading and writing files by the system's own calls.
///
/// The tools that a build runs start in milliseconds because nothing of Foundation is loaded.
public enum Files {
  /// All bytes of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, EISDIR) }
    return try readAll(descriptor, path, expecting: Int(status.st_size))
  }

  /// All of standard input.
  public static func readStandardInput() throws(FileError) -> [UInt8] {
    try readAll(0, "standard input", expecting: 0)
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than expected, so that the end is noticed without another round.
    var room = min(max(size + 1, 4096), 1 << 30)
    while true {
      let start = bytes.count
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = Glue.read(descriptor, buffer.baseAddress, room)
        initialized = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError("read", path) }
      if start == 0 { bytes = piece } else { bytes += piece }
      if count == 0 || (size > 0 && bytes.count == size && count < room) { return bytes }
      room = max(room, 1 << 16)
    }
  }

  /// Replaces a file as a whole: whoever reads sees the old bytes or the new ones.
  ///
  /// A link stays a link, and the file that it leads to is replaced; its permissions stay too.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = kind(path) == .link ? resolved(path) : path
    guard let target else { throw FileError("write", path) }
    let temporary = target + ".\(getpid()).part"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError("write", path) }
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    let isWritten = writeAll(bytes, to: descriptor)
    let code = errno
    guard close(descriptor) == 0 && isWritten, rename(temporary, target) == 0 else {
      let error = FileError("write", path, isWritten ? errno : code)
      unlink(temporary)
      throw error
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glue.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  public static func delete(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else { throw FileError("delete", path) }
  }

  /// Deletes a folder if nothing is in it; says nothing otherwise.
  public static func deleteFolderIfEmpty(_ path: String) { rmdir(path) }

  /// Creates a folder and those above it.
  public static func createFolder(_ path: String) throws(FileError) {
    if path.isEmpty || isFolder(path) { return }
    let parent = Paths.parent(of: path)
    if !parent.isEmpty, parent != path { try createFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST && isFolder(path) else {
      throw FileError("create", path)
    }
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool { kindBehindLinks(path) == .folder }
}

/// `read` and `write` under names that this file's own functions don't hide.
private enum Glue {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int
  {
    #if canImport(Darwin)
      Darwin.read(descriptor, buffer, count)
    #elseif canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #endif
  }

  static func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, buffer, count)
    #elseif canImport(Glibc)
      Glibc.write(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer, count)
    #endif
  }
}

/// A file operation that failed.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `read`, `write`, `delete`, `create`.
  public let operation: String
  public let path: String
  /// The system's own words.
  public let reason: String
  public let isMissing: Bool
  /// A Boolean value that indicates whether the reader of a pipe is gone.
  public let isClosedPipe: Bool

  package init(_ operation: String, _ path: String, _ code: Int32 = errno) {
    self.operation = operation
    self.path = path
    reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    isMissing = code == ENOENT || code == ENOTDIR
    isClosedPipe = code == EPIPE
  }

  public var description: String { "cannot \(operation) \(path): \(reason)" }
}

/// Paths as text.
public enum Paths {
  /// Everything before the last slash; empty for a bare name.
  public static func parent(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || name.hasPrefix("/") { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
