import ModelTransport
import RawServer
import Testing

/// Downloads: bytes in order, memory bounded, and a sink that can say no.
@Suite("Streaming responses", .timeLimit(.minutes(2))) struct StreamingTests {
  struct Refusal: Error {}

  /// Runs closures of the test.
  struct ClosureSink: TransportBodySink {
    var onBegin: @Sendable (TransportResponseHead) async throws -> Void = { _ in }
    var onBytes: @Sendable ([UInt8]) async throws -> Void = { _ in }
    func begin(_ head: TransportResponseHead) async throws { try await onBegin(head) }
    func receive(_ bytes: [UInt8]) async throws { try await onBytes(bytes) }
  }

  @Test("A download is complete and in order", arguments: TransportUnderTest.allCases)
  func whole(_ kind: TransportUnderTest) async throws {
    let body = patterned(5 << 20)
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer(206, body: body) }
    }
    let sink = CollectingSink()
    let head = try await kind.make().stream(TransportRequest(.get, server.url()), into: sink)
    #expect(head.status == 206)
    #expect(await sink.head == head)
    #expect(await sink.bytes == body)
    #expect(await sink.pieces > 0)
  }

  @Test("An empty body has a head and no bytes", arguments: TransportUnderTest.allCases)
  func empty(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer(404, body: []) }
    }
    let sink = CollectingSink()
    let head = try await kind.make().stream(TransportRequest(.get, server.url()), into: sink)
    #expect(head.status == 404)
    #expect(await sink.pieces == 0)
  }

  @Test("Bytes before a failure are delivered", arguments: TransportUnderTest.sturdy)
  func cut(_ kind: TransportUnderTest) async throws {
    let part = patterned(300_000)
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n")
      connection.send(part)
    }
    let (transport, sink) = (try kind.make(), CollectingSink())
    let error = try await failure { () throws(TransportError) in
      try await transport.stream(TransportRequest(.get, server.url()), into: sink)
    }
    #expect(error.kind == .closed)
    #expect(await sink.bytes == part)
  }

  @Test("A slow sink slows the server down", arguments: TransportUnderTest.sturdy)
  func backPressure(_ kind: TransportUnderTest) async throws {
    let total = 96 << 20
    let sent = Counter()
    let server = try RawServer { connection in
      guard let request = connection.readRequest() else { return }
      guard request.target == "/big" else { return _ = connection.answer() }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
      let piece = [UInt8](repeating: 7, count: 64 << 10)
      while sent.value < total, connection.send(piece) { sent.increment(by: piece.count) }
    }
    let (transport, got, begun, resume) = (try kind.make(), Counter(), Signal(), Signal())
    let sink = ClosureSink(onBytes: { bytes in
      begun.fire()
      await resume.wait()
      got.increment(by: bytes.count)
    })
    let download = Task {
      let request = TransportRequest(.get, server.url("/big"), maximumBodyBytes: total)
      return try await transport.stream(request, into: sink).status
    }
    await begun.wait()
    for _ in 0..<100 { _ = try await transport.send(TransportRequest(.post, server.url("/small"))) }
    #expect(sent.value < total / 3)
    resume.fire()
    #expect(try await download.value == 200)
    #expect(got.value == total)
  }

  @Test(
    "A sink that throws ends the download and the connection", arguments: TransportUnderTest.sturdy,
    [true, false])
  func refusal(_ kind: TransportUnderTest, _ atHead: Bool) async throws {
    let closed = Signal()
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nabc")
      connection.waitForClose()
      closed.fire()
    }
    let refuse: @Sendable () throws -> Void = { throw Refusal() }
    let sink = ClosureSink(
      onBegin: { _ in if atHead { try refuse() } }, onBytes: { _ in try refuse() })
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.stream(TransportRequest(.get, server.url()), into: sink)
    }
    #expect(error.kind == .sinkFailed, "\(error)")
    await closed.wait()
  }

  @Test("A download that is too large is an error", arguments: TransportUnderTest.sturdy)
  func tooLarge(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send(patterned(8_192)) {}
    }
    let (transport, got) = (try kind.make(), Counter())
    let sink = ClosureSink(onBytes: { got.increment(by: $0.count) })
    let request = TransportRequest(.get, server.url(), maximumBodyBytes: 2 << 20)
    let error = try await failure { () throws(TransportError) in
      try await transport.stream(request, into: sink)
    }
    #expect(error.kind == .tooLarge)
    #expect(got.value <= 2 << 20)
  }

  @Test(
    "Cancelling a download closes the connection", arguments: TransportUnderTest.sturdy,
    [1, 50])
  func cancel(_ kind: TransportUnderTest, _ pieces: Int) async throws {
    let (closed, enough, received) = (Signal(), Signal(), Counter())
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      while connection.send(patterned(8_192)) {}
      closed.fire()
    }
    let transport = try kind.make()
    let sink = ClosureSink(onBytes: { _ in if received.increment() == pieces { enough.fire() } })
    let task = Task {
      try await failure { () throws(TransportError) in
        let request = TransportRequest(.get, server.url(), maximumBodyBytes: .max)
        return try await transport.stream(request, into: sink)
      }
    }
    await enough.wait()
    task.cancel()
    #expect(try await task.value.kind == .cancelled)
    await closed.wait()
  }
}
