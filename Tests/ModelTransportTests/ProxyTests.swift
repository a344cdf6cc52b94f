#if os(Linux)
  import Foundation
  import ModelTransport
  import RawServer
  import Testing

  /// Proxies come from the environment, so each case runs in a process of its own.
  @Suite("Proxies", .timeLimit(.minutes(2))) struct ProxyTests {
    private static func proxy(
      _ answer: @escaping @Sendable (RawConnection) -> Void
    ) throws -> RawServer {
      let server = try RawServer { connection in
        if connection.readRequest() != nil { answer(connection) }
      }
      for name in ["http_proxy", "https_proxy"] { setenv(name, server.url(""), 1) }
      return server
    }

    @Test("Requests to other machines use the proxy of the environment")
    func taken() async {
      await #expect(processExitsWith: .success) {
        let proxy = try Self.proxy { $0.answer(203) }
        let answer = try await CurlTransport().send(
          TransportRequest(.get, "http://service.invalid/x", plainHTTP: .anyHost))
        #expect(answer.status == 203)
        #expect(proxy.requests.map(\.target) == ["http://service.invalid/x"])
      }
    }

    @Test("Loopback never uses the proxy")
    func loopback() async {
      await #expect(processExitsWith: .success) {
        let proxy = try Self.proxy { $0.answer(203) }
        let server = try RawServer { connection in
          if connection.readRequest() != nil { connection.answer(204, body: []) }
        }
        let transport = try CurlTransport()
        for host in ["127.0.0.1", "localhost"] {
          let answer = try await transport.send(
            TransportRequest(.post, "http://\(host):\(server.port)/"))
          #expect(answer.status == 204)
        }
        #expect(proxy.connectionCount == 0)
      }
    }

    @Test("A transport without a proxy ignores the environment")
    func none() async {
      await #expect(processExitsWith: .success) {
        let proxy = try Self.proxy { $0.answer(203) }
        let host = String(repeating: "a", count: 64)
        let transport = try CurlTransport(TransportOptions(proxy: .none))
        let error = try await failure { () throws(TransportError) in
          try await transport.send(TransportRequest(.get, "https://\(host)/"))
        }
        #expect(error.kind == .couldNotResolve)
        #expect(proxy.connectionCount == 0)
      }
    }

    @Test(
      "A proxy that refuses a tunnel proves that nothing was sent",
      arguments: [403, 407, 502])
    func tunnelRefused(_ status: Int) async {
      await #expect(processExitsWith: .success) { [status] in
        let proxy = try Self.proxy { $0.answer(status) }
        let transport = try CurlTransport()
        let error = try await failure { () throws(TransportError) in
          try await transport.send(
            TransportRequest(
              .post, "https://service.invalid/x", headers: ["Authorization": "Bearer s3cret"]))
        }
        #expect(error.nothingSent, "\(error)")
        #expect(proxy.requests.map(\.method) == ["CONNECT"])
        #expect(proxy.requests.first?.header("authorization") == nil)
      }
    }

    @Test("An unreachable proxy proves that nothing was sent")
    func down() async {
      await #expect(processExitsWith: .success) {
        let (port, sockets) = try Sockets.refusingPort()
        defer { Sockets.close(sockets) }
        setenv("https_proxy", "http://127.0.0.1:\(port)", 1)
        let transport = try CurlTransport()
        let error = try await failure { () throws(TransportError) in
          try await transport.send(TransportRequest(.post, "https://service.invalid/"))
        }
        #expect(error.kind == .proxy && error.nothingSent, "\(error)")
        #expect(error.message.contains("127.0.0.1:\(port)"))
      }
    }

    @Test("A proxy that hangs or responds with garbage is named, and nothing was sent")
    func brokenTunnel() async {
      await #expect(processExitsWith: .success) {
        for garbage in ["", "no HTTP at all\r\n\r\n", "HTTP/1.1 200"] {
          let proxy = try RawServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(garbage)
            if garbage.isEmpty { connection.waitForClose() }
          }
          setenv("https_proxy", "http://user:p-s3cret@127.0.0.1:\(proxy.port)/", 1)
          let transport = try CurlTransport()
          let timeouts = TransportTimeouts(connect: .milliseconds(500))
          let error = try await failure { () throws(TransportError) in
            try await transport.send(
              TransportRequest(.post, "https://service.invalid/", body: [1], timeouts: timeouts))
          }
          #expect(error.kind == .proxy && error.nothingSent, "\(error)")
          #expect(error.message.contains("proxy 127.0.0.1:\(proxy.port)"), "\(error)")
          #expect(!"\(error)".contains("s3cret"))
        }
      }
    }

    @Test("No message contains a proxy's password")
    func password() async {
      await #expect(processExitsWith: .success) {
        for proxy in [
          "foo://puser:p-s3cret@127.0.0.1:9", "puser:p-s3cret@127.0.0.1:99999999",
          "http://puser:p s3cret@127.0.0.1:x", "http://puser:p@/s3cret@127.0.0.1:9",
        ] {
          setenv("https_proxy", proxy, 1)
          let transport = try CurlTransport()
          let error = try await failure { () throws(TransportError) in
            try await transport.send(TransportRequest(.get, "https://service.invalid/"))
          }
          #expect(error.nothingSent && error.kind == .proxy, "\(error)")
          #expect(!"\(error)".contains("s3cret") && !"\(error)".contains("puser"), "\(error)")
        }
      }
    }
  }
#endif
