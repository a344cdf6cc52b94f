#if os(Linux)
  import ModelTransport
  import RawServer
  import Testing

  /// A large body over a slow line is sent to its end, and one that was cut is known to be cut.
  @Suite("Uploads", .timeLimit(.minutes(2))) struct UploadTests {
    /// More than the system's buffers hold.
    private static let body = patterned(48 << 20)

    @Test("An upload that makes progress can exceed the idle timeout")
    func progress() async throws {
      let server = try RawServer { connection in
        let request = connection.readRequest(pausingMilliseconds: 250, afterEvery: 3 << 20)
        if request?.body.count == Self.body.count { connection.answer() }
      }
      let timeouts = TransportTimeouts(total: nil, idle: .milliseconds(1_500))
      let answer = try await CurlTransport().send(
        TransportRequest(.post, server.url(), body: Self.body, timeouts: timeouts))
      #expect(answer.status == 200)
    }

    @Test("A stalled upload ends with the idle timeout, and can't have been accepted")
    func stall() async throws {
      let over = Signal()
      let server = try RawServer { connection in
        connection.readHeadOnly()
        over.block()
      }
      let transport = try CurlTransport()
      let timeouts = TransportTimeouts(total: nil, idle: .milliseconds(300))
      let error = try await failure { () throws(TransportError) in
        try await transport.send(
          TransportRequest(.post, server.url(), body: Self.body, timeouts: timeouts))
      }
      #expect(error.kind == .timedOut && error.requestIncomplete && !error.nothingSent, "\(error)")
      #expect(error.description.hasSuffix("(the request was only partly sent)"))
      over.fire()
    }

    @Test("A connection that fails during the upload proves that the request is incomplete")
    func cut() async throws {
      let server = try RawServer { connection in
        connection.readHeadOnly()
        connection.reset()
      }
      let transport = try CurlTransport()
      let error = try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(.post, server.url(), body: Self.body))
      }
      #expect(error.kind == .closed && error.requestIncomplete && !error.nothingSent, "\(error)")
    }

    @Test("A connection that fails after the upload proves nothing")
    func whole() async throws {
      let server = try RawServer { connection in
        _ = connection.readRequest()
        connection.reset()
      }
      let transport = try CurlTransport()
      for size in [1, 1_000, 200_000] {
        let error = try await failure { () throws(TransportError) in
          try await transport.send(TransportRequest(.post, server.url(), body: patterned(size)))
        }
        #expect(error.kind == .closed && !error.requestIncomplete, "\(error)")
      }
      #expect(server.requests.map(\.body.count) == [1, 1_000, 200_000])
    }
  }
#endif
