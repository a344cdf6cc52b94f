#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The reactions of a connection to events.
extension Connection {
  /// Takes what has come. False when the connection is broken or done.
  mutating func read(_ room: UnsafeMutableRawBufferPointer) -> Bool {
    switch Descriptor.receive(socket, into: room) {
    case .bytes(let count):
      if case .draining = phase { return true }
      reader.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
      hasNews = true
      return true
    case .notNow: return true
    case .over:
      if case .draining = phase { return false }
      peerEnded = true
      return held != nil || hasOutput || reader.isMidRequest
    }
  }

  /// Answers the requests that have come whole, until one must wait.
  mutating func answer(
    _ now: Duration, _ answer: (IncomingRequest) -> Reply, _ refuse: (RequestProblem) -> Reply
  ) {
    while takesRequests {
      do throws(RequestProblem) {
        switch try reader.next() {
        case nil:
          hasNews = false
          noteHead(at: now, isOver: false)
          return
        case .wantsContinue: enqueue(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        case .request(let request):
          noteHead(at: now, isOver: true)
          let reply = answer(request)
          if reply.delay > .zero {
            held = (now + reply.delay, reply)
          } else {
            take(reply)
          }
        }
      } catch {
        take(refuse(error))
      }
    }
  }

  /// Sends the answer whose time has come.
  mutating func release() {
    guard let reply = held?.reply else { return }
    held = nil
    take(reply)
  }

  /// Gives up the request that is under way, and with it the connection.
  mutating func refuse(_ problem: RequestProblem, _ refuse: (RequestProblem) -> Reply) {
    guard case .open = phase else { return }
    reader = RequestReader(bodyLimit: 0)
    take(refuse(problem))
  }

  private mutating func take(_ reply: Reply) {
    enqueue(reply.bytes)
    if reply.ending != .keep { phase = .ending(reply.ending) }
  }

  /// Moves to the next phase, and returns `false` if there is nothing left to do.
  mutating func advance() -> Bool {
    if hasOutput || held != nil { return true }
    switch phase {
    case .open, .draining: return !peerEnded
    case .ending(.reset): return false
    case .ending:
      // Closing at once with unread bytes would take the answer away from the peer.
      guard !peerEnded else { return false }
      Descriptor.endSending(socket)
      phase = .draining
      return true
    }
  }

  func close() {
    if case .ending(.reset) = phase { Descriptor.reset(socket) } else { closeOne(socket) }
  }

  /// Returns a Boolean value that indicates whether the connection was silent for too long, or its
  /// request's head takes too long even though bytes arrive.
  func isOverdue(at now: Duration, idleLimit: Duration, headLimit: Duration) -> Bool {
    if let headStart, now - headStart > headLimit { return true }
    return now - lastActivity > patience(idleLimit)
  }

  private func patience(_ idleLimit: Duration) -> Duration {
    if case .draining = phase { min(idleLimit, .seconds(2)) } else { idleLimit }
  }

  /// Its time is up. True when an answer says so, and it is to be kept until then.
  mutating func timeOut(_ refuse: (RequestProblem) -> Reply) -> Bool {
    guard case .open = phase, reader.isMidRequest, !hasOutput, !peerEnded else { return false }
    take(refuse(RequestProblem(408, "the request didn't arrive in time")))
    return flush() && advance()
  }
}

/// `close` under a name that the method called so doesn't hide.
private func closeOne(_ socket: Int32) { close(socket) }
