import ModelTransport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Serves all connections on one thread. A slow client doesn't delay others, and the state of the
/// service needs no lock.
///
/// `poll` rather than a faster call of one system: it is on all of them, and for some hundreds of
/// connections it takes microseconds.
struct EventLoop: ~Copyable {
  let listener: Listener
  /// Readable once the loop is to end.
  let stop: Int32
  let bodyLimit: Int
  let idleLimit: Duration
  let headLimit: Duration
  let answer: (IncomingRequest) -> Reply
  let refuse: (RequestProblem) -> Reply

  var connections: [Int32: Connection] = [:]
  private var acceptsAgain = Duration.zero
  private var nextSweep = Duration.zero
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private static let connectionLimit = 4_096

  init(
    listener: Listener, stop: Int32, options: MockService.Options,
    answer: @escaping (IncomingRequest) -> Reply, refuse: @escaping (RequestProblem) -> Reply
  ) {
    self.listener = listener
    self.stop = stop
    (bodyLimit, idleLimit) = (options.bodyLimit, options.idleLimit)
    headLimit = options.headLimit
    self.answer = answer
    self.refuse = refuse
  }

  deinit { room.deallocate() }

  /// Returns when it is told to stop and everything is closed.
  mutating func run() {
    while true {
      let now = SystemTime.sinceStart()
      var polled = watched(now)
      let count = poll(&polled, nfds_t(polled.count), Int32(clamping: patience(now)))
      if count < 0, errno != EINTR { break }
      guard polled[0].revents == 0 else { break }
      let later = SystemTime.sinceStart()
      if polled[1].revents != 0 { acceptAll(later) }
      for entry in polled.dropFirst(2) where entry.revents != 0 {
        serve(entry.fd, entry.revents, later)
      }
      releaseHeld(later)
      sweep(later)
    }
    for socket in connections.keys { close(socket) }
    listener.end()
  }

  private func watched(_ now: Duration) -> [pollfd] {
    let accepts = now >= acceptsAgain && connections.count < Self.connectionLimit
    var polled = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(fd: listener.descriptor, events: accepts ? Int16(POLLIN) : 0, revents: 0),
    ]
    polled.reserveCapacity(connections.count + 2)
    for (socket, connection) in connections {
      var events = connection.wantsInput ? Int16(POLLIN) : 0
      if connection.hasOutput { events |= Int16(POLLOUT) }
      polled.append(pollfd(fd: socket, events: events, revents: 0))
    }
    return polled
  }

  /// Returns the time until something must be done without an event, in milliseconds.
  private func patience(_ now: Duration) -> Int {
    var next = connections.isEmpty ? nil : nextSweep as Duration?
    if acceptsAgain > now { next = min(next ?? acceptsAgain, acceptsAgain) }
    for connection in connections.values {
      if let until = connection.held?.until { next = min(next ?? until, until) }
    }
    guard let next else { return -1 }
    // Rounded up, so that the loop doesn't wake too early.
    return next > now ? (next - now).wholeMilliseconds : 0
  }

  private mutating func acceptAll(_ now: Duration) {
    while connections.count < Self.connectionLimit {
      switch listener.accept() {
      case .success(let socket):
        connections[socket] = Connection(socket: socket, bodyLimit: bodyLimit, now: now)
      case .failure(.resources):
        acceptsAgain = now + .milliseconds(100)
        return
      case .failure(.none): return
      }
    }
  }

  private mutating func serve(_ socket: Int32, _ events: Int16, _ now: Duration) {
    // Taken out while it is changed, so that its buffers aren't copied.
    guard var connection = connections.removeValue(forKey: socket) else { return }
    connection.lastActivity = now
    // A client that is gone needs no response; otherwise poll would return at once again and again.
    let isGone = connection.peerEnded && events & Int16(POLLHUP | POLLERR) != 0
    var lives = !isGone
    if lives, events & Int16(POLLIN | POLLHUP | POLLERR) != 0 { lives = connection.read(room) }
    if lives, isTooMuch(connection) {
      connection.refuse(
        RequestProblem(503, "too many large bodies at the same time; try again later"), refuse)
    }
    if lives { lives = proceed(&connection, now) }
    if lives { connections[socket] = connection } else { connection.close() }
  }

  /// Returns a Boolean value that indicates whether unfinished requests use too much memory. Small
  /// requests are always allowed.
  private func isTooMuch(_ connection: Connection) -> Bool {
    let held = connection.reader.heldBytes
    guard held > 1 << 20 else { return false }
    return connections.values.reduce(held) { $0 + $1.reader.heldBytes } > 4 * bodyLimit
  }

  /// Answers what has come whole and sends what can be sent. False when the connection is done.
  private func proceed(_ connection: inout Connection, _ now: Duration) -> Bool {
    while true {
      connection.answer(now, answer, refuse)
      guard connection.flush() else { return false }
      // Output that was too much may have gone out, and then another request can be answered.
      guard connection.hasNews, connection.takesRequests else { break }
    }
    return connection.advance()
  }

  private mutating func releaseHeld(_ now: Duration) {
    let due = connections.values.filter { $0.held.map { $0.until <= now } ?? false }.map(\.socket)
    for socket in due {
      guard var connection = connections.removeValue(forKey: socket) else { continue }
      connection.release()
      if proceed(&connection, now) {
        connections[socket] = connection
      } else {
        connection.close()
      }
    }
  }

  /// Ends connections whose time is up, now and then.
  private mutating func sweep(_ now: Duration) {
    guard now >= nextSweep else { return }
    nextSweep = now + min(.seconds(1), max(.milliseconds(20), min(idleLimit, headLimit) / 4))
    for (socket, connection) in connections where connection.held == nil {
      guard connection.isOverdue(at: now, idleLimit: idleLimit, headLimit: headLimit) else {
        continue
      }
      var connection = connection
      connections[socket] = nil
      if connection.timeOut(refuse) {
        connection.lastActivity = now
        connections[socket] = connection
      } else {
        connection.close()
      }
    }
  }
}
