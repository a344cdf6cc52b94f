#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The system refused a socket call.
public struct SocketFailure: Error, CustomStringConvertible {
  /// The failed operation, and the system's error number.
  public let description: String
  init(_ what: String) { description = "\(what) (errno \(errno))" }
}

/// Loopback sockets.
public enum Sockets {
  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    static let sendFlags = Int32(MSG_NOSIGNAL)
  #elseif canImport(Musl)
    private static let stream = SOCK_STREAM | SOCK_CLOEXEC
    static let sendFlags = Int32(MSG_NOSIGNAL)
  #else
    private static let stream = SOCK_STREAM
    static let sendFlags: Int32 = 0
  #endif

  /// A listening socket on a free port of 127.0.0.1.
  public static func listen(backlog: Int32) throws -> Int32 {
    let socket = try bound()
    guard startListening(socket, backlog) == 0 else { throw SocketFailure("can't listen") }
    return socket
  }

  /// The next connection, hidden from child processes: a copy there would keep it open after this
  /// process has closed it.
  static func accept(from listener: Int32) -> Int32 {
    let socket = acceptOne(listener)
    if socket >= 0 { _ = fcntl(socket, F_SETFD, FD_CLOEXEC) }
    return socket
  }

  /// A port that refuses connections, and the socket that keeps others from taking it.
  public static func refusingPort() throws -> (port: Int, sockets: [Int32]) {
    let socket = try bound()
    return (port(of: socket), [socket])
  }

  /// A port whose listener never accepts and whose queue is full, so that connecting hangs. Close
  /// the sockets when done.
  public static func hangingPort() throws -> (port: Int, sockets: [Int32]) {
    let listener = try listen(backlog: 0)
    let port = port(of: listener)
    return (port, [listener] + (try (0..<8).map { _ in try beginConnecting(to: port) }))
  }

  /// A client's side of a connection, whose calls block.
  public static func connected(to port: Int) throws -> Int32 {
    let socket = try open()
    guard withLoopback(port: port, { connect(socket, $0, $1) }) == 0 else {
      throw SocketFailure("no connection to port \(port)")
    }
    return socket
  }

  /// Sends all of it, or gives false where the other side takes no more.
  public static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { whole in
        sendSome(socket, whole.baseAddress.map { $0 + sent }, whole.count - sent)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Connects and hangs up.
  static func poke(_ port: Int) {
    if let socket = try? beginConnecting(to: port) { closeOne(socket) }
  }

  /// Closes the sockets of `hangingPort` and `refusingPort`.
  public static func close(_ sockets: [Int32]) { for socket in sockets { closeOne(socket) } }

  static func port(of socket: Int32) -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Without it the system would gather small pieces, and a test could not place its bytes.
  static func sendAtOnce(_ socket: Int32) {
    var on: Int32 = 1
    setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    #if canImport(Darwin)
      setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  private static func open() throws -> Int32 {
    let socket = socket(AF_INET, stream, 0)
    guard socket >= 0 else { throw SocketFailure("no socket") }
    return socket
  }

  private static func bound() throws -> Int32 {
    let socket = try open()
    let result = withLoopback(port: 0) { bind(socket, $0, $1) }
    guard result == 0 else { throw SocketFailure("no port") }
    return socket
  }

  private static func beginConnecting(to port: Int) throws -> Int32 {
    let socket = try open()
    _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
    _ = withLoopback(port: port) { connect(socket, $0, $1) }
    return socket
  }

  private static func withLoopback<Result>(
    port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    var address = loopback(port: port)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

/// System calls under names that the functions above don't hide.
private func acceptOne(_ listener: Int32) -> Int32 { accept(listener, nil, nil) }
private func sendSome(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  send(socket, bytes, count, Sockets.sendFlags)
}
private func closeOne(_ socket: Int32) { close(socket) }
private func startListening(_ socket: Int32, _ backlog: Int32) -> Int32 { listen(socket, backlog) }
