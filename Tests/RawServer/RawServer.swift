import ModelTransport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A server on loopback that does, byte for byte, what a test tells it, broken things above all.
///
///     let server = try RawServer { connection in
///       while connection.readRequest() != nil { connection.send("HTTP/1.1 204 No Content\r\n\r\n") }
///     }
///
/// Each connection runs the closure on a thread of its own, with blocking calls, and is closed when
/// the closure returns. The server stops when it is released.
public final class RawServer: Sendable {
  /// The port the system chose.
  public let port: Int
  private let log: ServerLog

  /// Starts to listen at once.
  public init(_ serve: @escaping @Sendable (RawConnection) -> Void) throws {
    let listener = try Sockets.listen(backlog: 1_024)
    let log = ServerLog()
    (self.log, port) = (log, Sockets.port(of: listener))
    let started = BackgroundThread.start {
      while !log.isStopped {
        let socket = Sockets.accept(from: listener)
        if socket >= 0 { Self.run(serve, on: socket, log) } else { usleep(1_000) }
      }
      close(listener)
    }
    if !started { throw SocketFailure("no thread for the server") }
  }

  private static func run(
    _ serve: @escaping @Sendable (RawConnection) -> Void, on socket: Int32, _ log: ServerLog
  ) {
    guard let number = log.open(socket) else {
      close(socket)
      return
    }
    Sockets.sendAtOnce(socket)
    let connection = RawConnection(socket: socket, number: number, log: log)
    let runs = BackgroundThread.start(stackBytes: 256 << 10) {
      serve(connection)
      connection.close()
    }
    if !runs { connection.close() }
  }

  deinit { stop() }

  /// Closes everything; threads that block in a read return.
  public func stop() {
    // The listening thread waits for a connection, so it gets one.
    if log.stop() { Sockets.poke(port) }
  }

  /// An address on this server.
  public func url(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// Every request that was read whole, in order.
  public var requests: [RawRequest] { log.requests }

  /// The number of accepted connections.
  public var connectionCount: Int { log.connectionCount }

  /// The maximum number of connections that were open at the same time.
  public var mostConnectionsAtOnce: Int { log.mostAtOnce }
}
