import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Files behind URLs, looked at before a request is sent: only where asked for, and only what is
/// known of them keeps a request back.
@Suite("Validating files behind URLs") struct RemoteMediaTests {
  static let url = "https://files.example/a.png?signature=secret"

  private static func part(_ bytes: [UInt8], more: TransportHeaders = [:]) -> ScriptedAnswer {
    var headers: TransportHeaders = ["Content-Range": "bytes 0-\(bytes.count - 1)/\(bytes.count)"]
    for field in more { headers.append(field) }
    return .status(206, headers: headers, body: bytes)
  }

  private func fixture(
    _ answers: ScriptedAnswer...,
    limits: RemoteMediaValidation.Limits = RemoteMediaValidation.Limits()
  ) throws -> Fixture {
    let fixture = try Fixture().takesJobs().set { $0.remoteMediaValidation = .enabled(limits) }
    fixture.transport.on(ScriptedMatch { $0.method == .get }, answers)
    return fixture
  }

  private func submit(_ fixture: Fixture, _ request: Poster = Poster("\(url)")) -> Result<
    [String], ModelError
  >? {
    fixture.attempt { client throws(ModelError) in
      try await client.submit(request).uncheckedRules.map(\.description)
    }
  }

  @Test(
    "A file that violates a rule prevents the submission, and is fetched without the token")
  func broken() throws {
    let fixture = try fixture(Self.part(picture(width: 101)))
    guard case .failure(let error)? = submit(fixture),
      case .invalidRequest(let invalid) = error.reason
    else {
      Issue.record("sent")
      return
    }
    #expect(
      invalid.description == """
        acme/poster: 1 problem, nothing was sent
          images[0]: 101 × 50 px. At most 100 wide.
        """)
    #expect(fixture.posts == 0 && fixture.transport.requests.count == 1)
    let request = try #require(fixture.transport.requests.first)
    #expect(request.url == Self.url && request.headers["range"] == "bytes=0-65535")
    #expect(request.headers["authorization"] == nil && request.headers["cookie"] == nil)
    #expect(request.reach == .publicAddresses)
    #expect(!"\(request.headers)\(request)".contains(Fixture.token))
  }

  @Test("With a valid file, no rule is unchecked")
  func kept() throws {
    let fixture = try fixture(Self.part(picture(width: 100)))
    #expect(try submit(fixture)?.get() == [])
    #expect(fixture.posts == 1)
  }

  @Test("Nothing is fetched unless the options enable it")
  func unasked() throws {
    for change in [
      { $0.remoteMediaValidation = .disabled },
      { (options: inout CallOptions) in
        options.validation = .off
      },
    ] {
      let fixture = try fixture(Self.part(picture(width: 101))).set(change)
      #expect(try submit(fixture)?.get() == [])
      #expect(fixture.posts == 1 && fixture.transport.requests.count == 1)
    }
  }

  static let doubts: [(ScriptedAnswer, String)] = [
    (.status(404), "the server responded with HTTP 404"),
    (
      .status(302, headers: ["Location": "https://x/"]),
      "the URL redirects, which isn't followed"
    ),
    (
      .status(
        200, headers: ["Content-Type": "text/html; charset=utf-8"], body: Array("<html>".utf8)),
      "the server sent a web page instead"
    ),
    (.status(200, body: Array("nothing".utf8)), "the format is not recognized"),
    (
      .status(206, headers: ["Content-Range": "bytes 7-9/10"], body: [1]),
      "the server sent another range"
    ),
    (
      .status(206, headers: ["Content-Encoding": "gzip"], body: [1]),
      "the server compresses the file"
    ),
    (.status(416), "the file is empty"),
    (.failure(TransportError(.tls, "no trust")), "it can't be fetched: no trust"),
    (.never, "the file didn't arrive within 10.0 seconds"),
    (
      .status(200, body: Array(jpeg(width: 101, behind: 200_000).prefix(100_000))),
      "the server doesn't support ranges, and the first 65536 bytes aren't enough"
    ),
  ]

  @Test(
    "Rules that can't be checked don't prevent the submission, and are listed with a reason",
    arguments: doubts.indices)
  func unchecked(_ index: Int) throws {
    let (answer, reason) = Self.doubts[index]
    let fixture = try fixture(answer.always)
    let unchecked = try #require(try submit(fixture)?.get())
    #expect(unchecked.first == "images[0]: width_pixels<= was not checked: \(reason)")
    #expect(unchecked.allSatisfy { !$0.contains("secret") })
    #expect(fixture.posts == 1)
  }

  @Test("A server that fails later doesn't change the known facts")
  func partly() throws {
    let bytes = jpeg(width: 101, behind: 200_000)
    let first = ScriptedAnswer.status(
      206, headers: ["Content-Range": "bytes 0-65535/\(bytes.count)"],
      body: Array(bytes.prefix(65_536)))
    let fixture = try fixture(first, .status(503).always)
    #expect(
      try submit(fixture)?.get() == [
        "images[0]: width_pixels<= was not checked: the server responded with HTTP 503"
      ])
    let changed = ScriptedAnswer.status(
      206, headers: ["Content-Range": "bytes 120010-136393/9"], body: [0])
    let other = try self.fixture(first, changed)
    #expect(
      try submit(other)?.get().first?.hasSuffix("the file changed while it was read") == true)
  }

  @Test("Each URL is fetched once, with a concurrency limit")
  func several() throws {
    let fixture = try fixture(
      Self.part(picture(width: 9)).after(.seconds(1)).always,
      limits: RemoteMediaValidation.Limits(maxConcurrentFetches: 3))
    var request = Poster()
    for index in 0..<14 { request.images.append("https://files.example/\(index / 2).png") }
    #expect(try submit(fixture, request)?.get() == [])
    #expect(fixture.transport.requests.filter { $0.method == .get }.count == 7)
    #expect(fixture.world.now == .seconds(3))
  }

  @Test("Cancellation and the timeout end the fetches, and nothing is sent")
  func ended() throws {
    let fixture = try fixture(.never)
    let (client, transport) = (fixture.client, fixture.transport)
    let outcome = fixture.world.run {
      await withTaskGroup(of: String.self) { group in
        group.addTask { await client.outcome(Poster("\(Self.url)")) }
        await transport.waitForRequests(1)
        group.cancelAll()
        return await group.next()
      }
    }
    #expect(outcome == "cancelled")
    #expect(fixture.posts == 0 && fixture.world.now == .zero)
    let late = try self.fixture(.never).set { $0.timeout = .seconds(2) }
    #expect(submit(late).word() == "notSent")
    #expect(late.posts == 0 && late.world.now == .seconds(2))
  }

  @Test(
    "A private address isn't reached unless allowed",
    arguments: [
      "https://127.0.0.1/a", "http://[::1]/a", "https://localhost/a", "https://10.1.2.3/a",
      "https://169.254.169.254/latest",
      "https://[fd00::1]/a", "https://2130706433/a", "https://224.0.0.1/a",
      "https://[::ffff:10.0.0.1]/a",
    ])
  func privateAddresses(_ url: String) throws {
    let fixture = try fixture(Self.part(picture(width: 101)))
    let unchecked = try #require(try submit(fixture, Poster("\(url)"))?.get())
    #expect(unchecked.count == 2 && fixture.posts == 1 && fixture.transport.requests.count == 1)
    let allowed = try self.fixture(
      Self.part(picture(width: 101)),
      limits: RemoteMediaValidation.Limits(allowsPrivateAddresses: true))
    #expect(submit(allowed, Poster("\(url)")).word() == "invalidRequest")
  }

  @Test("A request without bindings is validated with its validator")
  func dynamic() throws {
    let body: JSONObject = ["images": [.string(Self.url)]]
    for (validator, word) in [(PosterRules.validator, "invalidRequest"), (nil, "success")] {
      let fixture = try fixture(Self.part(picture(width: 101)))
      let request = DynamicRequest(modelID: "acme/poster", body: body, validator: validator)
      let outcome = fixture.attempt { client throws(ModelError) in
        try await client.submit(request).handle
      }
      #expect(outcome.word() == word)
    }
  }

  @Test("A body that is nested too deeply is listed as unchecked")
  func tooDeep() throws {
    var value = JSONValue.string("x")
    for _ in 0..<300 { value = .array([value]) }
    let fixture = try fixture()
    let request = DynamicRequest(
      modelID: "acme/poster", body: ["a": value], validator: PosterRules.validator)
    let checked = fixture.attempt { client throws(ModelError) in
      try await client.validate(request)
    }
    let verdict = try #require(try checked?.get())
    #expect(verdict.unchecked.map(\.rule) == ["depth"])
  }

  @Test("validate reports what a submission would, and sends nothing")
  func check() throws {
    let fixture = try fixture(Self.part(picture(width: 101)), .status(404))
    let verdict = try fixture.attempt { client throws(ModelError) in
      try await client.validate(Poster("\(Self.url)", "https://files.example/b"))
    }?.get()
    #expect(verdict?.issues.count == 1 && verdict?.unchecked.count == 2)
    #expect(fixture.posts == 0)
  }
}

extension ModelClient {
  fileprivate func outcome(_ request: Poster) async -> String {
    do throws(ModelError) {
      _ = try await submit(request)
      return "sent"
    } catch {
      return "\(error.reason)"
    }
  }
}
