import ModelTransport
import RawServer
import Testing

/// Cancelling the task ends the exchange wherever it stands, and closes its connection.
@Suite("Cancelled requests", .timeLimit(.minutes(2))) struct CancellationTests {
  /// With time limits that no test comes near, however slow the machine.
  private func start(
    _ transport: any HTTPTransport, _ request: TransportRequest
  ) -> Task<Result<TransportResponse, TransportError>, Never> {
    Task { [request = Self.patient(request)] in
      do throws(TransportError) { return .success(try await transport.send(request)) } catch {
        return .failure(error)
      }
    }
  }

  private static func patient(_ request: TransportRequest) -> TransportRequest {
    var request = request
    request.timeouts = TransportTimeouts(connect: .seconds(100), total: .seconds(100))
    return request
  }

  /// After it has returned, what was asked of the transport before is under way.
  private func passThrough(_ transport: any HTTPTransport) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer() }
    }
    for _ in 0..<3 { _ = try await transport.send(TransportRequest(.post, server.url())) }
  }

  private func expectCancelled(
    _ result: Result<TransportResponse, TransportError>, nothingSent: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: TransportError.self, sourceLocation: sourceLocation) {
      try result.get()
    }
    #expect(error?.kind == .cancelled, "\(result)", sourceLocation: sourceLocation)
    #expect(error?.nothingSent == nothingSent, sourceLocation: sourceLocation)
  }

  @Test("Cancelling before the start sends nothing", arguments: TransportUnderTest.allCases)
  func before(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in _ = connection.readRequest() }
    let (transport, isCancelled) = (try kind.make(), Signal())
    let task = Task {
      await isCancelled.wait()
      return await start(transport, TransportRequest(.get, server.url())).value
    }
    let inner = Task {
      await isCancelled.wait()
      return try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(.post, server.url()))
      }
    }
    inner.cancel()
    isCancelled.fire()
    let error = try await inner.value
    #expect(error.kind == .cancelled && error.nothingSent)
    task.cancel()
    _ = await task.value
    #expect(server.requests.allSatisfy { $0.method == "GET" })
  }

  @Test("Cancelling in the queue sends nothing", arguments: TransportUnderTest.sturdy)
  func inLine(_ kind: TransportUnderTest) async throws {
    let (read, done) = (Signal(), Signal())
    let server = try RawServer { connection in
      _ = connection.readRequest()
      read.fire()
      done.block()
      connection.answer()
    }
    let transport = try kind.make(TransportOptions(maximumConnectionsPerHost: 1))
    let first = start(transport, TransportRequest(.post, server.url("/first")))
    await read.wait()
    let second = start(transport, TransportRequest(.post, server.url("/second")))
    try await passThrough(transport)
    second.cancel()
    expectCancelled(await second.value, nothingSent: true)
    done.fire()
    #expect(try await first.value.get().status == 200)
    #expect(server.requests.map(\.target) == ["/first"])
  }

  @Test("Cancelling while connecting sends nothing", arguments: TransportUnderTest.sturdy)
  func connecting(_ kind: TransportUnderTest) async throws {
    let (port, sockets) = try Sockets.hangingPort()
    defer { Sockets.close(sockets) }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.post, "http://127.0.0.1:\(port)/"))
    try await passThrough(transport)
    task.cancel()
    expectCancelled(await task.value, nothingSent: true)
  }

  @Test("Cancelling during the TLS handshake sends nothing", arguments: TransportUnderTest.sturdy)
  func handshake(_ kind: TransportUnderTest) async throws {
    let (accepted, closed) = (Signal(), Signal())
    let server = try RawServer { connection in
      accepted.fire()
      connection.waitForClose()
      closed.fire()
    }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.post, "https://127.0.0.1:\(server.port)/"))
    await accepted.wait()
    try await passThrough(transport)
    task.cancel()
    expectCancelled(await task.value, nothingSent: true)
    await closed.wait()
  }

  @Test("Cancelling during the upload closes the connection", arguments: TransportUnderTest.sturdy)
  func uploading(_ kind: TransportUnderTest) async throws {
    let (read, cancelled, closed) = (Signal(), Signal(), Signal())
    let server = try RawServer { connection in
      connection.readHeadOnly()
      read.fire()
      cancelled.block()
      connection.waitForClose()
      closed.fire()
    }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.post, server.url(), body: patterned(32 << 20)))
    await read.wait()
    task.cancel()
    expectCancelled(await task.value, nothingSent: false)
    cancelled.fire()
    await closed.wait()
  }

  @Test(
    "Cancelling before the response closes the connection", arguments: TransportUnderTest.sturdy)
  func waiting(_ kind: TransportUnderTest) async throws {
    let (read, closed) = (Signal(), Signal())
    let server = try RawServer { connection in
      _ = connection.readRequest()
      read.fire()
      connection.waitForClose()
      closed.fire()
    }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.get, server.url()))
    await read.wait()
    task.cancel()
    expectCancelled(await task.value, nothingSent: false)
    await closed.wait()
  }

  @Test(
    "Cancelling during the response closes the connection", arguments: TransportUnderTest.sturdy)
  func inBody(_ kind: TransportUnderTest) async throws {
    let (sent, closed) = (Signal(), Signal())
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")
      sent.fire()
      connection.waitForClose()
      closed.fire()
    }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.get, server.url()))
    await sent.wait()
    try await passThrough(transport)
    task.cancel()
    expectCancelled(await task.value, nothingSent: false)
    await closed.wait()
  }

  @Test("Cancelling after the response has no effect", arguments: TransportUnderTest.sturdy)
  func afterwards(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try kind.make()
    let task = start(transport, TransportRequest(.get, server.url()))
    let result = await task.value
    task.cancel()
    #expect(try result.get().status == 200)
    #expect(try await transport.send(TransportRequest(.get, server.url())).status == 200)
    #expect(server.connectionCount == 1)
  }
}
