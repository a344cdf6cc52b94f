#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The way out when something is wrong: the reason on stderr, and a code that says whose fault.
enum FailureReport {
  static func stop(_ error: any Error) -> Never {
    let usage = error as? UsageError
    let text = "benchmarks: \(usage?.message ?? String(describing: error))\n"
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { break }
      bytes = bytes.dropFirst(written)
    }
    exit(usage == nil ? EX_SOFTWARE : EX_USAGE)
  }
}
