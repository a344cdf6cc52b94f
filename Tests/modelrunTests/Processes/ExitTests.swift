#if os(Linux)
  import Foundation
  import ModelTransport
  import RawServer
  import TestSupport
  import Testing

  /// The built tool ends with its own exit code over TLS too, however it is ended.
  ///
  /// `MODELGEN_EXITS=2000` ends that many tools of each kind instead of a few.
  @Suite(
    "Exits of modelrun over TLS", .serialized,
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct ExitTests {
    private static let count = TestData.variable("MODELGEN_EXITS").flatMap { Int($0) } ?? 16

    /// A way to end a program that waits for its job.
    enum Way: String, CaseIterable, Sendable {
      case timeout
      case interrupt
      /// Ctrl-C twice: at once, or when the tool asks the service to cancel the job.
      case interruptTwice
      /// The signal of container runtimes and of `timeout`.
      case terminate

      /// modelrun may time out before it knows whether the job was submitted.
      var codes: Set<Int32> { self == .timeout ? [75, 3] : [130] }
    }

    @Test("modelrun never crashes or hangs when it is ended over TLS", arguments: Way.allCases)
    func ends(_ way: Way) async throws {
      let sandbox = try Sandbox()
      let requests = RequestStreams()
      let service = try HeldService(heard: { requests.add($0) }, hold: {})
      let servers = try TLSServers()
      let url = "https://localhost:\(try servers.encrypt(port: service.port))"
      let words = [
        "run", "acme/sketch/draw", "--set", "prompt=a boat", "--base-url", url, "--timeout",
        way == .timeout ? "2" : "600",
      ]
      let authorities = sandbox.path("authorities.pem")
      try sandbox.write("authorities.pem", Self.authorities(with: servers.authority, for: way))
      let counts = try await EndingCounts(
        of: Self.count, maxConcurrent: 8, expecting: way.codes
      ) { run in
        // The token tells the service whose request it is.
        let token = "token-\(run)"
        let heard = requests.stream(for: token)
        let tool = try sandbox.start(
          words,
          variables: [
            "RUNCOMFY_TOKEN": token, "CURL_CA_BUNDLE": authorities, "SWIFT_BACKTRACE": "enable=no",
          ])
        let signals = Task { await Self.end(tool, way, run, heard) }
        let ending = try await tool.ended(within: .seconds(120))
        signals.cancel()
        await signals.value
        return ending
      }
      print("\(way): \(counts)")
      #expect(counts.areAllExpected, "\(counts)")
    }

    /// The certificate of an authority. Where the second signal has to come during a handshake, those
    /// of the system are added: reading that many takes long enough.
    private static func authorities(with file: String, for way: Way) throws -> [UInt8] {
      let system = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
        .first { way == .interruptTwice && FileManager.default.fileExists(atPath: $0) }
      return try TestData.bytes(of: file) + (system.map { try TestData.bytes(of: $0) } ?? [])
    }

    /// Sends the signals at different points of the tool's requests.
    private static func end(
      _ tool: ChildProcess, _ way: Way, _ run: Int, _ requests: AsyncStream<String>
    ) async {
      var requests = requests.makeAsyncIterator()
      guard way != .timeout else { return }
      while let request = await requests.next(), !request.hasSuffix("/status") {}
      guard !Task.isCancelled else { return }
      tool.send(way == .terminate ? SIGTERM : SIGINT)
      guard way == .interruptTwice else { return }
      if run.isMultiple(of: 4) {
        while let request = await requests.next(), !request.hasSuffix("/cancel") {}
      } else {
        // From less than it takes to begin the handshake to more than it takes to end it.
        try? await Task.sleep(for: .microseconds(250 << (run % 9)))
      }
      guard !Task.isCancelled else { return }
      tool.interrupt()
    }
  }

  /// Hands the requests that a service gets to whoever waits for those with a certain token.
  private final class RequestStreams: Sendable {
    private let streams = Locked([String: AsyncStream<String>.Continuation]())

    /// The targets of the requests with this token, from now on.
    func stream(for token: String) -> AsyncStream<String> {
      let (stream, continuation) = AsyncStream<String>.makeStream()
      streams.withLock { $0["Bearer \(token)"] = continuation }
      return stream
    }

    func add(_ request: RawRequest) {
      let token = request.header("authorization") ?? ""
      _ = streams.withLock { $0[token] }?.yield(request.target)
    }
  }
#endif
