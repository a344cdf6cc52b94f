import ModelTransport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The server's side of one connection. Every call blocks its own thread.
public final class RawConnection: Sendable {
  /// Counted from 0, in the order of acceptance.
  public let number: Int
  private let socket: Int32
  private let log: ServerLog
  private let unread = Locked([UInt8]())

  init(socket: Int32, number: Int, log: ServerLog) {
    (self.socket, self.number, self.log) = (socket, number, log)
  }

  /// The next request with its whole body; nil when the peer closed first.
  ///
  /// - Parameters:
  ///   - pause: A wait in mid-body, as on a slow line.
  ///   - step: The number of bytes between two waits.
  public func readRequest(
    pausingMilliseconds pause: UInt32 = 0, afterEvery step: Int = .max
  ) -> RawRequest? {
    var bytes = unread.withLock { $0 }
    var searched = 0
    var end: Int?
    while end == nil {
      end = Self.headEnd(in: bytes, from: searched)
      searched = max(0, bytes.count - 3)
      if end == nil, !more(&bytes) { return nil }
    }
    guard let end else { return nil }
    let head = Array(bytes[..<end])
    let length = RawRequest.bodyLength(inHead: head)
    var rest = step
    while bytes.count < end + length {
      if bytes.count >= rest {
        usleep(pause * 1_000)
        rest += step
      }
      if !more(&bytes) { return nil }
    }
    unread.withLock { $0 = Array(bytes[(end + length)...]) }
    let body = Array(bytes[end..<(end + length)])
    guard let request = RawRequest(connection: number, head: head, body: body) else { return nil }
    log.record(request)
    return request
  }

  /// Reads until the head of a request has come, and leaves its body unread.
  public func readHeadOnly() {
    var bytes: [UInt8] = []
    while Self.headEnd(in: bytes, from: 0) == nil, more(&bytes) {}
  }

  /// Sends text, and returns `false` if the peer is gone.
  @discardableResult
  public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends bytes, and returns `false` if the peer is gone.
  @discardableResult
  public func send(_ bytes: [UInt8]) -> Bool { Sockets.send(bytes, to: socket) }

  /// An answer with `Content-Length`.
  @discardableResult
  public func answer(
    _ status: Int = 200, headers: String = "", body: [UInt8] = Array("ok".utf8)
  ) -> Bool {
    send("HTTP/1.1 \(status) Some Words\r\n\(headers)Content-Length: \(body.count)\r\n\r\n")
      && send(body)
  }

  /// One byte at a time with a pause before each, until all are sent or the peer is gone.
  public func drip(_ text: String, everyMilliseconds pause: UInt32) {
    for byte in text.utf8 {
      usleep(pause * 1_000)
      guard send([byte]) else { return }
    }
  }

  /// Reads and drops what comes until the peer closes.
  public func waitForClose() {
    var dropped: [UInt8] = []
    while more(&dropped) { dropped.removeAll(keepingCapacity: true) }
  }

  /// An orderly end; what was sent still arrives.
  public func close() { log.close(socket) }

  /// An abrupt end: the peer gets a reset instead of the end of the data.
  public func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    log.close(socket)
  }

  private func more(_ bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { room in
      var count: Int
      repeat {
        count = recv(socket, room.baseAddress, room.count, 0)
      } while count < 0
        && errno == EINTR
      guard count > 0 else { return false }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<count]))
      return true
    }
  }

  private static func headEnd(in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= start + 4 else { return nil }
    for place in start...(bytes.count - 4)
    where bytes[place..<(place + 4)].elementsEqual([13, 10, 13, 10]) {
      return place + 4
    }
    return nil
  }
}
