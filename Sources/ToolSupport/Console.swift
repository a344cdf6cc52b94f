#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where commands print: results on standard output, everything else on standard error.
public struct Console: Sendable {
  private let writeOut: @Sendable ([UInt8]) -> Void
  private let writeError: @Sendable ([UInt8]) -> Void

  public init(
    out: @escaping @Sendable ([UInt8]) -> Void, error: @escaping @Sendable ([UInt8]) -> Void
  ) {
    writeOut = out
    writeError = error
  }

  /// The process's own streams. Results that can't be written end the process, since whoever reads
  /// them must not take a part for the whole.
  public static var standard: Console {
    Console(
      out: { bytes in
        guard !writeAll(bytes, to: 1) else { return }
        let code = errno
        let failure = FileError("write", "standard output", code)
        if code != EPIPE { _ = writeAll(Array("error: \(failure)\n".utf8), to: 2) }
        exit(ExitCode.cannotWrite.rawValue)
      },
      error: { _ = writeAll($0, to: 2) })
  }

  /// A line of the result.
  public func out(_ line: String) { writeOut(Array((Printable.text(line) + "\n").utf8)) }

  /// Bytes of the result, as they are.
  public func out(bytes: [UInt8]) { writeOut(bytes) }

  /// A line for the person at the terminal.
  public func error(_ line: String) { writeError(Array((Printable.text(line) + "\n").utf8)) }

  /// Bytes for the terminal, as they are: for a line that is written over.
  public func error(bytes: [UInt8]) { writeError(bytes) }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
