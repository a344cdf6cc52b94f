#if os(Linux)
  import ModelTransport
  import RawServer
  import TestSupport
  import Testing

  /// A program that ends while requests are under way over TLS ends with its own exit code, not with
  /// a signal: a script that sees a crash may pay for the same job again.
  ///
  /// `MODELGEN_EXITS=2000` ends that many programs of each kind instead of a few.
  @Suite(
    "Exits during requests", .serialized,
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct ExitTests {
    private static let count = TestData.variable("MODELGEN_EXITS").flatMap { Int($0) } ?? 24

    @Test(
      "A program that exits during requests has its own exit code",
      arguments: ["return", "thread", "twice", "loop", "release"])
    func exits(_ way: String) async throws {
      let server = try RawServer { connection in
        while connection.readRequest() != nil { connection.answer(body: patterned(20_000)) }
      }
      let servers = try TLSServers()
      let url = "https://localhost:\(try servers.encrypt(port: server.port))/"
      let words = [way, url, servers.authority]
      let counts = try await EndingCounts(
        of: Self.count, maxConcurrent: 6, expecting: [7]
      ) { _ in
        let program = try ChildProcess(
          BuildFolder.program("exiting-client"), words, in: Repository.root,
          variables: ["SWIFT_BACKTRACE": "enable=no"])
        return try await program.ended(within: .seconds(120))
      }
      print("exit by \(way): \(counts)")
      #expect(counts.areAllExpected, "\(counts)")
    }
  }
#endif
