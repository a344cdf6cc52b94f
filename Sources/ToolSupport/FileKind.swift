#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The kind of item at a path.
public enum FileKind: Sendable {
  case file
  case folder
  /// A symbolic link, wherever it leads.
  case link
  /// A pipe, a socket or a device: reading one may never end.
  case other
}

extension Files {
  /// Returns the kind of item at a path, or `nil` if there is none.
  public static func kind(_ path: String) -> FileKind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return kind(status)
  }

  /// Returns the kind of item at a path or at the target of its link, or `nil` if there is none.
  public static func kindBehindLinks(_ path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return kind(status)
  }

  /// Returns a Boolean value that indicates whether two paths are the same file, as on
  /// case-insensitive file systems.
  public static func isSameFile(_ left: String, _ right: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(left, &one) == 0, stat(right, &other) == 0 else { return false }
    return one.st_ino == other.st_ino && one.st_dev == other.st_dev
  }

  /// The path without links and detours; nil where there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func kind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}
