import ModelTransport
import RawServer
import Testing

/// Servers that break off, babble or dawdle: an error each time, never a crash, never a wait
/// without end.
@Suite("Broken responses", .timeLimit(.minutes(2))) struct BrokenAnswerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let answer: String
    let kind: TransportError.Kind
    var testDescription: String { name }
    init(_ name: String, _ answer: String, _ kind: TransportError.Kind) {
      (self.name, self.answer, self.kind) = (name, answer, kind)
    }
  }

  static let cut = [
    Case("nothing at all", "", .closed),
    Case("cut in the status line", "HTTP/1.1 2", .closed),
    Case("cut after the status line", "HTTP/1.1 200 OK\r\n", .closed),
    Case("cut in a header", "HTTP/1.1 200 OK\r\nContent-Le", .closed),
    Case("cut before the blank line", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n", .closed),
    Case("cut after an interim answer", "HTTP/1.1 100 Continue\r\n\r\n", .closed),
    Case("cut in the body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", .closed),
    Case("cut before the body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", .closed),
    Case(
      "cut in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nabc", .closed),
    Case(
      "cut between chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
      .closed),
  ]

  static let garbage = [
    Case("no HTTP", "hello, this is a chat\r\n\r\n", .badResponse),
    Case("binary", "\u{1}\u{2}\u{3}\u{0}\u{0}\r\n\r\n", .badResponse),
    Case("HTTP of another kind", "HTTP/9.9 200 OK\r\n\r\n", .badResponse),
    Case("no status", "HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n", .badResponse),
    Case(
      "a header without a name", "HTTP/1.1 200 OK\r\n: x\r\nContent-Length: 0\r\n\r\n",
      .badResponse),
    Case(
      "a header without a colon", "HTTP/1.1 200 OK\r\nabc\r\nContent-Length: 0\r\n\r\n",
      .badResponse),
    Case("an unasked switch", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", .badResponse),
  ]

  @Test("A malformed response is an error", arguments: TransportUnderTest.sturdy, cut + garbage)
  func broken(_ kind: TransportUnderTest, _ example: Case) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send(example.answer)
    }
    let transport = try kind.make()
    for method in [TransportMethod.get, .post] {
      let error = try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(method, server.url()))
      }
      #expect(error.kind == example.kind, "\(error)")
      #expect(!error.nothingSent)
    }
    #expect(server.requests.filter { $0.method == "POST" }.count == 1)
  }

  @Test("A reset is an error with an unknown outcome", arguments: TransportUnderTest.sturdy)
  func reset(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.reset()
    }
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.post, server.url(), body: patterned(100)))
    }
    #expect(error.kind == .closed && !error.nothingSent, "\(error)")
    #expect(server.requests.count == 1)
  }

  @Test("A reset during an upload proves nothing", arguments: TransportUnderTest.sturdy)
  func resetDuringUpload(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      connection.readHeadOnly()
      connection.reset()
    }
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.post, server.url(), body: patterned(32 << 20)))
    }
    #expect(error.kind == .closed && !error.nothingSent, "\(error)")
    #expect(server.connectionCount == 1)
  }

  @Test(
    "A reset before the request was read proves that nothing was sent only without a connection",
    arguments: TransportUnderTest.sturdy)
  func resetAtOnce(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in connection.reset() }
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.post, server.url(), body: patterned(1 << 20)))
    }
    #expect(error.nothingSent == (error.kind == .couldNotConnect), "\(error)")
    #expect(server.connectionCount == 1)
  }

  @Test("An early refusal of a large upload is a response", arguments: TransportUnderTest.sturdy)
  func earlyAnswer(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      connection.readHeadOnly()
      connection.answer(413, headers: "Connection: close\r\n")
      connection.waitForClose()
    }
    let answer = try await kind.make().send(
      TransportRequest(.post, server.url(), body: patterned(32 << 20)))
    #expect(answer.status == 413)
  }

  @Test("Endless headers are an error", arguments: TransportUnderTest.sturdy)
  func endlessHeaders(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n")
      let line = "X-Filler: \(String(repeating: "a", count: 1_000))\r\n"
      while connection.send(line) {}
    }
    let transport = try kind.make(TransportOptions(maximumHeaderBytes: 20_000))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.get, server.url()))
    }
    #expect(error.kind == .tooLarge, "\(error)")
  }

  @Test("Large headers within the limit are accepted", arguments: TransportUnderTest.sturdy)
  func bigHeaders(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      let value = String(repeating: "a", count: 60_000)
      connection.answer(headers: "X-A: \(value)\r\nX-B: \(value)\r\n")
    }
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.headers["x-b"]?.count == 60_000)
  }

  @Test("A body that is too large is an error", arguments: TransportUnderTest.sturdy)
  func tooLarge(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      guard let request = connection.readRequest() else { return }
      if request.target == "/announced" {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
      } else {
        connection.send("HTTP/1.1 200 OK\r\n\r\n")
      }
      while connection.send(patterned(4_096)) {}
    }
    let transport = try kind.make()
    for path in ["/announced", "/endless"] {
      let request = TransportRequest(.get, server.url(path), maximumBodyBytes: 50_000)
      let error = try await failure { () throws(TransportError) in
        try await transport.send(request)
      }
      #expect(error.kind == .tooLarge, "\(path): \(error)")
    }
  }

  @Test("A body of exactly the maximum size is accepted", arguments: TransportUnderTest.sturdy)
  func exactlyTheCap(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.answer(body: patterned(50_000))
    }
    let request = TransportRequest(.get, server.url(), maximumBodyBytes: 50_000)
    #expect(try await kind.make().send(request).body.count == 50_000)
  }
}
