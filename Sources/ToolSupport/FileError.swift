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
