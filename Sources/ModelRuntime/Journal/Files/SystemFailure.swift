#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A system call that failed.
package struct SystemFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The action that failed, such as `can't write`.
  package let action: String
  package let path: String
  package let code: Int32

  package init(_ action: String, _ path: String, _ code: Int32 = errno) {
    (self.action, self.path, self.code) = (action, path, code)
  }

  package var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "\(action) \(path): \(reason)"
  }
}
