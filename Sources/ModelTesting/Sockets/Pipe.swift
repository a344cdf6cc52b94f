#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A pipe inside the process. Its write end wakes a thread that polls or reads the read end.
struct Pipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(MockFailure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("no pipe") }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  /// Tells the other end that something has happened.
  func endWriting() { close(writeEnd) }

  /// Blocks until the other end is closed.
  func waitForEnd() {
    var byte: UInt8 = 0
    while read(readEnd, &byte, 1) < 0, errno == EINTR {}
  }

  func endReading() { close(readEnd) }

  /// Closes an unused pipe.
  func end() {
    endWriting()
    endReading()
  }
}
