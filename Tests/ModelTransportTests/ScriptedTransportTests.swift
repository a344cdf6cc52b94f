import ModelTesting
import ModelTransport
import TestSupport
import Testing

/// The transport for tests keeps to its script, so that a test of it can be believed.
@Suite("ScriptedTransport") struct ScriptedTransportTests {
  @Test("Responses are returned in order, and requests are recorded")
  func order() async throws {
    let transport = ScriptedTransport()
    transport.on(.post, "/v1/models/*", .json(#"{"id": 1}"#))
    transport.on(.get, "/v1/requests/r1/status", .status(503), .json("{}").times(2))
    let status = TransportRequest(.get, "https://example.com/v1/requests/r1/status?x=1")
    let submit = TransportRequest(.post, "https://example.com/v1/models/a/b", body: [1])
    #expect(try await transport.send(submit).headers["content-type"] == "application/json")
    #expect(try await transport.send(status).status == 503)
    #expect(try await transport.send(status).status == 200)
    #expect(try await transport.send(status).status == 200)
    for request in [submit, status] {
      let error = try await failure { () throws(TransportError) in try await transport.send(request)
      }
      #expect(error.kind == .other)
    }
    #expect(transport.requests == [submit, status, status, status, submit, status])
  }

  @Test("A missing response ends with the request's timeout")
  func silence() async throws {
    let clock = SkippingClock()
    let transport = ScriptedTransport(clock: clock)
    transport.on(nil, "*", .never.always, .status(200))
    let request = TransportRequest(
      .get, "https://example.com/", timeouts: TransportTimeouts(total: .seconds(3_600)))
    let error = try await failure { () throws(TransportError) in try await transport.send(request) }
    #expect(error.kind == .timedOut && !error.nothingSent)
    #expect(clock.now.offset == .seconds(3_600))
  }

  @Test("A delay passes on the clock that was given")
  func delay() async throws {
    let clock = SkippingClock()
    let transport = ScriptedTransport(clock: clock)
    transport.on(nil, "*", .status(200).after(.seconds(7)))
    _ = try await transport.send(TransportRequest(.get, "https://example.com/"))
    #expect(clock.now.offset == .seconds(7))
  }

  @Test("A request under way can be waited for and cancelled", .timeLimit(.minutes(1)))
  func cancel() async throws {
    let transport = ScriptedTransport()
    transport.on(.get, "/", .never)
    let task = Task {
      try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(.get, "https://example.com"))
      }
    }
    await transport.waitForRequests(1)
    task.cancel()
    #expect(try await task.value.kind == .cancelled)
  }

  @Test("Errors, truncated responses, limits and checks are supported")
  func failures() async throws {
    let cut = TransportError(.closed, "cut")
    let transport = ScriptedTransport()
    transport.on(.get, "/cut", .status(200, body: patterned(40_000)).then(cut))
    transport.on(.get, "/big", .status(200, body: patterned(40_000)))
    transport.on(.get, "/down", .failure(TransportError(.couldNotConnect, "x", nothingSent: true)))
    let sink = CollectingSink()
    let first = try await failure { () throws(TransportError) in
      try await transport.stream(TransportRequest(.get, "https://example.com/cut"), into: sink)
    }
    #expect(first == cut)
    #expect(await sink.bytes == patterned(40_000))
    #expect(await sink.pieces == 3)
    let expected: [(String, TransportError.Kind)] = [
      ("https://example.com/big", .tooLarge), ("https://example.com/down", .couldNotConnect),
      ("http://example.com/down", .invalidRequest),
    ]
    for (url, kind) in expected {
      let error = try await failure { () throws(TransportError) in
        try await transport.send(TransportRequest(.get, url, maximumBodyBytes: 39_999))
      }
      #expect(error.kind == kind)
    }
  }

  @Test(
    "Paths match as a whole, with * for anything",
    arguments: [
      ("/a", "/a", true), ("/a", "/a/b", false), ("/a/*", "/a/b/c", true), ("/a/*", "/a", false),
      ("*", "/x", true), ("/a/*/c", "/a/b/c", true), ("/a/*/c", "/a/c", false),
      ("/a*b*c", "/a1b2c", true), ("/a*b*c", "/a1c", false), ("/*/x/*", "/1/x/2", true),
      ("/", "", true), ("/a*a", "/a", false),
    ])
  func paths(_ pattern: String, _ path: String, _ matches: Bool) async {
    let transport = ScriptedTransport()
    transport.on(nil, pattern, .status(200))
    let answer = try? await transport.send(
      TransportRequest(.get, "https://example.com\(path)?q=/z#f"))
    #expect((answer != nil) == matches)
  }
}
