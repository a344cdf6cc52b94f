import RawServer

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A client's side of one connection, with blocking calls.
final class LoadConnection {
  private let socket: Int32
  private var room = [UInt8](repeating: 0, count: 16 << 10)

  init(_ port: UInt16) throws { socket = try Sockets.connected(to: Int(port)) }

  deinit { close(socket) }

  func send(_ bytes: [UInt8]) throws {
    guard Sockets.send(bytes, to: socket) else {
      throw LoadFailure(text: "a request could not be sent")
    }
  }

  /// The body of the next answer.
  func answer() throws -> ArraySlice<UInt8> {
    var count = 0
    while true {
      let more = room.withUnsafeMutableBytes { room in
        read(socket, room.baseAddress.map { $0 + count }, room.count - count)
      }
      guard more > 0 else { throw LoadFailure(text: "a connection was closed") }
      count += more
      if let body = try Self.body(room[..<count]) { return body }
    }
  }

  private static func body(_ bytes: ArraySlice<UInt8>) throws -> ArraySlice<UInt8>? {
    guard let end = bytes.firstRange(of: [13, 10, 13, 10]) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    guard head.utf8.starts(with: "HTTP/1.1 200 ".utf8),
      let line = head.split(separator: "\r\n").first(where: { $0.hasPrefix("Content-Length: ") }),
      let length = Int(line.dropFirst(16))
    else { throw LoadFailure(text: "another answer than 200: \(head)") }
    let body = bytes[end.upperBound...]
    return body.count >= length ? body : nil
  }
}
