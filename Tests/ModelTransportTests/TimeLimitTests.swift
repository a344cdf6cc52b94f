import ModelTransport
import RawServer
import Testing

/// A server that dawdles never holds a caller for longer than asked.
@Suite("Timeouts", .timeLimit(.minutes(2))) struct TimeLimitTests {
  private func limits(
    connect: Duration = .seconds(60), total: Duration = .seconds(60), idle: Duration = .seconds(60)
  ) -> TransportTimeouts {
    TransportTimeouts(connect: connect, total: total, idle: idle)
  }

  @Test("A missing response times out", arguments: TransportUnderTest.allCases)
  func never(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.waitForClose()
    }
    let transport = try kind.make()
    let request = TransportRequest(
      .post, server.url(), timeouts: limits(total: .milliseconds(200)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut && !error.nothingSent, "\(error)")
  }

  @Test(
    "Slow bytes don't extend the total timeout",
    arguments: TransportUnderTest.allCases)
  func drip(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
      connection.drip(String(repeating: "x", count: 100_000), everyMilliseconds: 20)
    }
    let transport = try kind.make()
    let request = TransportRequest(.get, server.url(), timeouts: limits(total: .milliseconds(400)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut, "\(error)")
  }

  @Test("Slow headers time out", arguments: TransportUnderTest.sturdy)
  func dripInHead(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.drip(
        String(repeating: "HTTP/1.1 100 C\r\n\r\n", count: 9_999), everyMilliseconds: 5)
    }
    let transport = try kind.make()
    let request = TransportRequest(.get, server.url(), timeouts: limits(total: .milliseconds(400)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut, "\(error)")
  }

  @Test("A stalled body ends with the idle timeout", arguments: TransportUnderTest.sturdy)
  func idle(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")
      connection.waitForClose()
    }
    let transport = try kind.make()
    let request = TransportRequest(.get, server.url(), timeouts: limits(idle: .milliseconds(300)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut, "\(error)")
  }

  @Test(
    "A connection timeout proves that nothing was sent",
    arguments: TransportUnderTest.sturdy)
  func connecting(_ kind: TransportUnderTest) async throws {
    let (port, sockets) = try Sockets.hangingPort()
    defer { Sockets.close(sockets) }
    let transport = try kind.make()
    let request = TransportRequest(
      .post, "http://127.0.0.1:\(port)/", timeouts: limits(connect: .milliseconds(200)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut && error.nothingSent, "\(error)")
  }

  @Test(
    "A stalled TLS handshake proves that nothing was sent", arguments: TransportUnderTest.sturdy)
  func handshake(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in connection.waitForClose() }
    let transport = try kind.make()
    let request = TransportRequest(
      .post, "https://127.0.0.1:\(server.port)/", timeouts: limits(connect: .milliseconds(300)))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(request)
    }
    #expect(error.kind == .timedOut && error.nothingSent, "\(error)")
  }

  @Test(
    "Waiting for a free connection doesn't count as request time",
    arguments: TransportUnderTest.sturdy)
  func queueing(_ kind: TransportUnderTest) async throws {
    let (read, done) = (Signal(), Signal())
    // The server's own end of a connection may close late, so what counts is when the next one comes.
    let (isFirstOver, cameEarly) = (Locked(false), Locked(false))
    let server = try RawServer { connection in
      if connection.number > 0, !isFirstOver.withLock({ $0 }) { cameEarly.withLock { $0 = true } }
      guard let request = connection.readRequest() else { return }
      if request.target == "/first" {
        read.fire()
        done.block()
        isFirstOver.withLock { $0 = true }
      }
      connection.answer()
    }
    let silent = try RawServer { connection in connection.waitForClose() }
    let transport = try kind.make(TransportOptions(maximumConnectionsPerHost: 1))
    async let first = transport.send(TransportRequest(.post, server.url("/first")))
    await read.wait()
    async let second = transport.send(
      TransportRequest(.post, server.url("/second"), timeouts: limits(total: .milliseconds(1_500))))
    // Its end tells that the second request has waited for longer than it may run.
    let clock = try await failure { () throws(TransportError) in
      try await transport.send(
        TransportRequest(.get, silent.url(), timeouts: limits(total: .milliseconds(1_800))))
    }
    #expect(clock.kind == .timedOut)
    done.fire()
    #expect(try await [first.status, second.status] == [200, 200])
    #expect(!cameEarly.withLock { $0 })
  }
}
