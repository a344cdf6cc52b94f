#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The socket on loopback that connections come to.
struct Listener: Sendable {
  let descriptor: Int32
  let port: UInt16

  init(port: UInt16) throws(MockFailure) {
    let socket = Self.stream()
    guard socket >= 0 else { throw .system(Self.reason("no socket")) }
    Descriptor.prepare(socket)
    // A port that was used a moment ago is free again; one that is used now isn't.
    Descriptor.set(socket, SOL_SOCKET, SO_REUSEADDR)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 }
    }
    guard isBound, listen(socket, 1_024) == 0 else {
      let isTaken = errno == EADDRINUSE
      let reason = Self.reason("no port")
      close(socket)
      throw isTaken ? .portInUse(port) : .system(reason)
    }
    descriptor = socket
    self.port = Self.port(of: socket)
  }

  /// Gives the port back.
  func end() { close(descriptor) }

  /// The next connection, or nil and why there is none.
  func accept() -> Result<Int32, Shortage> {
    let descriptor = acceptOne(self.descriptor)
    guard descriptor >= 0 else {
      return .failure([EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .resources : .none)
    }
    Descriptor.prepare(descriptor)
    Descriptor.set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY)
    return .success(descriptor)
  }

  enum Shortage: Error {
    /// No connection waits to be accepted.
    case none
    /// The process has no descriptor left; later it may have.
    case resources
  }

  private static func stream() -> Int32 {
    #if canImport(Glibc)
      socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket(AF_INET, SOCK_STREAM, 0)
    #endif
  }

  private static func port(of socket: Int32) -> UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func reason(_ what: String) -> String {
    "\(what): \(strerror(errno).map { String(cString: $0) } ?? "error \(errno)")"
  }
}

/// `accept` under a name that the method called so doesn't hide.
private func acceptOne(_ listener: Int32) -> Int32 { accept(listener, nil, nil) }
