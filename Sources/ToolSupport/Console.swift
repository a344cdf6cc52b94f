package import ModelSchema

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A console for commands: results go to standard output, everything else to standard error.
public struct Console: Sendable {
  /// Writes all the bytes to a stream.
  public typealias Writer = @Sendable ([UInt8]) throws(FileError) -> Void

  private let writeOut: Writer
  private let writeError: Writer
  private let resultIsLost: @Sendable () -> Void

  /// Creates a console.
  ///
  /// - Parameters:
  ///   - out: Writes results.
  ///   - error: Writes everything else.
  ///   - resultIsLost: Called when a result could not be written, after that was said on standard
  ///     error.
  public init(
    out: @escaping Writer, error: @escaping Writer,
    resultIsLost: @escaping @Sendable () -> Void = {}
  ) {
    writeOut = out
    writeError = error
    self.resultIsLost = resultIsLost
  }

  /// The process's own streams. A result that can't be written ends the process, since whoever reads
  /// the results must not take a part for the whole.
  public static var standard: Console { standard(carriesOn: { false }) }

  /// The process's own streams.
  ///
  /// - Parameter carriesOn: Returns whether the process goes on although a result could not be
  ///   written: it has something to finish, and ends by itself.
  public static func standard(carriesOn: @escaping @Sendable () -> Bool) -> Console {
    Console(
      out: { bytes throws(FileError) in try writeAll(bytes, to: 1, "standard output") },
      error: { bytes throws(FileError) in try writeAll(bytes, to: 2, "standard error") },
      resultIsLost: { if !carriesOn() { exit(ExitCode.cannotWrite.rawValue) } })
  }

  /// Prints a line of the result.
  ///
  /// - Parameter fallback: What must not be lost: it goes to standard error if the line can't be
  ///   written.
  public func out(_ line: String, orElse fallback: String? = nil) {
    writeResult(Array((Printable.text(line) + "\n").utf8), orElse: fallback)
  }

  /// Prints a JSON text as the result. What a terminal would act on stands in it as an escape of
  /// JSON's own, so that it stays the same JSON.
  public func out(json text: String, orElse fallback: String? = nil) {
    writeResult(Array((Printable.json(text) + "\n").utf8), orElse: fallback)
  }

  /// Prints a line for the person at the terminal.
  ///
  /// - Parameter fallback: What must not be lost: it goes to standard output if the line can't be
  ///   written.
  public func error(_ line: String, orElse fallback: String? = nil) {
    do throws(FileError) {
      try writeError(Array((Printable.text(line) + "\n").utf8))
    } catch {
      if let fallback { try? writeOut(Array((Printable.text(fallback) + "\n").utf8)) }
    }
  }

  /// Prints bytes for the terminal, as they are: for a line that is written over.
  public func error(bytes: [UInt8]) { try? writeError(bytes) }

  private func writeResult(_ bytes: [UInt8], orElse fallback: String?) {
    do throws(FileError) {
      try writeOut(bytes)
    } catch {
      // A reader that has left has had enough, and needs no telling.
      if !error.isClosedPipe || fallback != nil { self.error("error: \(error)") }
      if let fallback { self.error(fallback) }
      resultIsLost()
    }
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, _ name: String
  ) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { throw FileError("write", name) }
      rest = rest.dropFirst(count)
    }
  }
}

extension Console {
  /// One line for each diagnostic, whatever line breaks the names in it may hold.
  package func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { error(Printable.line(diagnostic.description)) }
  }
}

/// The three descriptors that a process is started with.
public enum StandardStreams {
  /// Prepares them for a tool. Call it before anything else opens a file.
  ///
  /// A descriptor that was closed when the process started is taken, so that no file or socket gets
  /// its number and is written to in its place. It can't be used: reading or writing fails, as it
  /// would have. A reader that leaves makes writing fail too, instead of ending the process.
  public static func prepare() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest number that is free is this one, since those below it are taken by now.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
