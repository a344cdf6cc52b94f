#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

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
