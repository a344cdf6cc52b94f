#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One connection, and the one that it is passed on to.
struct Relay: Sendable {
  let library: TLSLibrary
  let context: Int
  let client: Int32
  let target: UInt16

  func run() {
    defer { close(client) }
    guard let session = library.accepted(context, on: client) else { return }
    defer { library.end(session) }
    let server = newSocket()
    defer { close(server) }
    var address = loopback(port: target)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { return }
    withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { room in
      while passOn(session, server, room) {}
    }
  }

  /// Waits for either side and passes on what it sent; false when one of them has closed.
  private func passOn(
    _ session: TLSLibrary.Object, _ server: Int32, _ room: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var waiting = [
      pollfd(fd: client, events: Int16(POLLIN), revents: 0),
      pollfd(fd: server, events: Int16(POLLIN), revents: 0),
    ]
    if !library.hasMore(session) {
      guard poll(&waiting, 2, -1) >= 0 || errno == EINTR else { return false }
    }
    if library.hasMore(session) || waiting[0].revents != 0 {
      let count = library.read(session, into: room)
      guard count > 0, sendAll(UnsafeMutableRawBufferPointer(rebasing: room[..<count]), to: server)
      else { return false }
    }
    if waiting[1].revents != 0 {
      let count = recv(server, room.baseAddress, room.count, 0)
      guard count > 0,
        library.write(session, UnsafeMutableRawBufferPointer(rebasing: room[..<count]))
      else { return false }
    }
    return true
  }

  private func sendAll(_ bytes: UnsafeMutableRawBufferPointer, to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = send(socket, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
      guard count > 0 || (count < 0 && errno == EINTR) else { return false }
      sent += max(0, count)
    }
    return true
  }
}
