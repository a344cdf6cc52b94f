import RawServer

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One connection to a service, byte for byte. Every call blocks its own thread, ten seconds at
/// most.
final class RawClient {
  private let socket: Int32
  private var unread: [UInt8] = []

  init?(_ port: UInt16) {
    guard let socket = try? Sockets.connected(to: Int(port)) else { return nil }
    self.socket = socket
    wait(at: .seconds(120))
  }

  deinit { close(socket) }

  /// Sets the time for which reading blocks.
  private func wait(at most: Duration) {
    let (seconds, rest) = most.components
    var patience = timeval(tv_sec: Int(seconds), tv_usec: .init(rest / 1_000_000_000_000))
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  /// The next answer, if it comes soon.
  func answer(waiting most: Duration) -> RawAnswer? {
    wait(at: most)
    return answer()
  }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool { Sockets.send(bytes, to: socket) }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends no more, but still reads.
  func endSending() { shutdown(socket, Int32(SHUT_WR)) }

  /// Everything up to the end of the connection; nil where it doesn't end, or ends in a reset.
  func rest() -> [UInt8]? {
    while true {
      switch more() {
      case 0: return unread
      case ..<0: return nil
      default: continue
      }
    }
  }

  /// The next answer, with as much body as its `Content-Length` says.
  func answer(hasBody: Bool = true) -> RawAnswer? {
    while true {
      if let end = unread.firstRange(of: [13, 10, 13, 10]) {
        guard var answer = RawAnswer(head: unread[..<end.lowerBound]) else { return nil }
        let length = hasBody ? answer["content-length"].flatMap { Int($0) } ?? 0 : 0
        while unread.count < end.upperBound + length { guard more() > 0 else { return nil } }
        answer.body = Array(unread[end.upperBound..<(end.upperBound + length)])
        unread.removeFirst(end.upperBound + length)
        return answer
      }
      guard more() > 0 else { return nil }
    }
  }

  private func more() -> Int {
    var room = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(socket, &room, room.count, 0)
    if count > 0 { unread += room[..<count] }
    return count
  }
}

/// An answer as it came.
struct RawAnswer {
  let status: Int
  let headers: [(name: String, value: String)]
  var body: [UInt8] = []

  init?(head: ArraySlice<UInt8>) {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
    self.status = status
    headers = lines.dropFirst().map { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      return (halves[0].lowercased(), halves.count > 1 ? String(halves[1].dropFirst()) : "")
    }
  }

  subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
