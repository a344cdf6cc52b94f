#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// The built tool ends with its own exit code over TLS too, however it is ended.
  ///
  /// `MODELGEN_EXITS=2000` ends that many tools of each kind instead of a few.
  @Suite(
    "Exits of modelrun over TLS", .serialized,
    .enabled(if: ProtocolServer.python != nil, ProtocolServer.absence),
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct ExitTests {
    private static let count = TestData.variable("MODELGEN_EXITS").flatMap { Int($0) } ?? 10

    @Test(
      "modelrun never crashes when it is interrupted or times out over TLS",
      arguments: [0, 1, 2])
    func ends(_ interrupts: Int) async throws {
      let sandbox = try Sandbox()
      let server = try await ProtocolServer("stay", in: sandbox)
      let servers = try TLSServers()
      let port = try #require(server.baseURL.split(separator: ":").last.flatMap { Int($0) })
      let url = "https://localhost:\(try servers.encrypt(port: port))"
      let words = [
        "run", "acme/sketch/draw", "--set", "prompt=a boat", "--base-url", url, "--timeout",
        interrupts == 0 ? "0.5" : "60",
      ]
      for _ in 0..<Self.count {
        let tool = try sandbox.start(
          words,
          variables: [
            "CURL_CA_BUNDLE": servers.authority, "SWIFT_BACKTRACE": "enable=no",
          ])
        if interrupts > 0 {
          #expect(try await tool.printed { $0.error.contains("queue") })
          for _ in 0..<interrupts { tool.interrupt() }
        }
        let ending = try await tool.ended()
        #expect(!ending.isCrash && ending.code == (interrupts == 0 ? 75 : 130), "\(ending)")
      }
    }
  }
#endif
