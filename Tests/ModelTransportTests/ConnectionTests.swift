import ModelTransport
import RawServer
import Testing

/// Which failures prove that nothing was sent, and which connections carry what.
@Suite("Connections", .timeLimit(.minutes(2))) struct ConnectionTests {
  @Test("A refused connection proves that nothing was sent", arguments: TransportUnderTest.allCases)
  func refused(_ kind: TransportUnderTest) async throws {
    let (port, sockets) = try Sockets.refusingPort()
    defer { Sockets.close(sockets) }
    let transport = try kind.make()
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.post, "http://127.0.0.1:\(port)/", body: [1]))
    }
    #expect(error.kind == .couldNotConnect && error.nothingSent, "\(error)")
  }

  @Test(
    "A name without an address proves that nothing was sent", arguments: TransportUnderTest.allCases
  )
  func unresolvable(_ kind: TransportUnderTest) async throws {
    // A label of 64 letters can't be asked for, so no name server hears of it.
    let host = String(repeating: "a", count: 64) + ".invalid"
    let transport = try kind.make(TransportOptions(proxy: .none))
    let error = try await failure { () throws(TransportError) in
      try await transport.send(TransportRequest(.post, "https://\(host)/", body: [1]))
    }
    #expect(error.kind == .couldNotResolve && error.nothingSent, "\(error)")
  }

  @Test("GET requests share a connection", arguments: TransportUnderTest.sturdy)
  func reuse(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
    }
    let transport = try kind.make()
    for _ in 0..<5 { _ = try await transport.send(TransportRequest(.get, server.url())) }
    #expect(server.connectionCount == 1)
  }

  @Test("A POST uses a new connection", arguments: TransportUnderTest.allCases)
  func fresh(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        connection.answer()
        if request.header("connection") == "close" { return }
      }
    }
    let transport = try kind.make()
    for method: TransportMethod in [.get, .post, .post, .get] {
      _ = try await transport.send(TransportRequest(method, server.url()))
    }
    let posts = server.requests.filter { $0.method == "POST" }
    let others = server.requests.filter { $0.method == "GET" }
    #expect(Set(posts.map(\.connection)).count == 2)
    #expect(Set(posts.map(\.connection)).isDisjoint(with: others.map(\.connection)))
    #expect(posts.allSatisfy { $0.header("connection") == "close" })
  }

  @Test(
    "A connection that was closed while idle doesn't affect a GET",
    arguments: TransportUnderTest.sturdy)
  func staleGet(_ kind: TransportUnderTest) async throws {
    let server = try Self.serverThatDropsSecondRequests()
    let transport = try kind.make()
    _ = try await transport.send(TransportRequest(.get, server.url("/1")))
    let answer = try await transport.send(TransportRequest(.get, server.url("/2")))
    #expect(answer.status == 200)
    #expect(server.requests.map(\.target) == ["/1", "/2", "/2"])
  }

  @Test(
    "A connection that was closed while idle never repeats a POST",
    arguments: TransportUnderTest.allCases)
  func stalePost(_ kind: TransportUnderTest) async throws {
    let server = try Self.serverThatDropsSecondRequests()
    let transport = try kind.make()
    _ = try await transport.send(TransportRequest(.get, server.url("/1")))
    let answer = try await transport.send(TransportRequest(.post, server.url("/2"), body: [1]))
    #expect(answer.status == 200)
    #expect(server.requests.map(\.target) == ["/1", "/2"])
  }

  @Test("A POST whose connection fails is sent once", arguments: TransportUnderTest.sturdy)
  func postOnDyingServer(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest(), request.method == "GET" { connection.answer() }
    }
    let transport = try kind.make()
    for _ in 0..<5 {
      _ = try await transport.send(TransportRequest(.get, server.url()))
      let error = try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(.post, server.url(), body: [1]))
      }
      #expect(error.kind == .closed && !error.nothingSent, "\(error)")
    }
    #expect(server.requests.filter { $0.method == "POST" }.count == 5)
  }

  @Test("Status 417 doesn't repeat a POST", arguments: TransportUnderTest.sturdy)
  func expectationFailed(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer(417) }
    }
    let answer = try await kind.make().send(
      TransportRequest(.post, server.url(), body: patterned(2 << 20)))
    #expect(answer.status == 417)
    #expect(server.requests.count == 1)
  }

  @Test(
    "A thousand concurrent requests are served over the allowed connections",
    arguments: TransportUnderTest.sturdy)
  func thousand(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        connection.answer(body: Array(request.target.utf8))
      }
    }
    let transport = try kind.make()
    try await withThrowingTaskGroup { group in
      for number in 0..<1_000 {
        group.addTask {
          let answer = try await transport.send(TransportRequest(.get, server.url("/\(number)")))
          #expect(answer.body == Array("/\(number)".utf8))
        }
      }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 1_000)
    #expect(server.mostConnectionsAtOnce <= 64)
  }

  @Test(
    "The connection limit is used",
    arguments: TransportUnderTest.sturdy)
  func allAtOnce(_ kind: TransportUnderTest) async throws {
    let count = 300
    let (everyone, arrived) = (Signal(), Counter())
    let server = try RawServer { connection in
      guard connection.readRequest() != nil else { return }
      if arrived.increment() == count { everyone.fire() }
      everyone.block()
      connection.answer()
    }
    let transport = try kind.make(TransportOptions(maximumConnectionsPerHost: count))
    try await withThrowingTaskGroup { group in
      for _ in 0..<count {
        group.addTask { _ = try await transport.send(TransportRequest(.post, server.url())) }
      }
      try await group.waitForAll()
    }
    #expect(server.connectionCount == count)
  }

  @Test("A transport that is released closes its connections", arguments: TransportUnderTest.sturdy)
  func release(_ kind: TransportUnderTest) async throws {
    let closed = Signal()
    let server = try RawServer { connection in
      while connection.readRequest() != nil { connection.answer() }
      closed.fire()
    }
    _ = try await kind.make().send(TransportRequest(.get, server.url()))
    await closed.wait()
  }

  private static func serverThatDropsSecondRequests() throws -> RawServer {
    try RawServer { connection in
      if connection.readRequest() != nil { connection.answer() }
      if connection.number == 0 { _ = connection.readRequest() }
    }
  }
}
