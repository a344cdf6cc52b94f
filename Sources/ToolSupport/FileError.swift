#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file operation that failed.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// `read`, `write`, `delete`, `create`.
  public let operation: String
  public let path: String
  /// The system's own words.
  public let reason: String
  public let isMissing: Bool
  /// Whether the reader at the other end of a pipe has left.
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
