#if os(Linux)
  import Foundation
  import ModelTransport
  import RawServer
  import TestSupport
  import Testing

  @testable import ModelRuntime

  /// A service behind TLS, over the system's transport.
  @Suite(
    "A service behind TLS", .serialized, .timeLimit(.minutes(5)),
    .enabled(if: TLSServers.openssl != nil, Comment(rawValue: TLSServers.missing)))
  struct TLSServiceTests {
    private let servers: TLSServers
    private let service: RawServer

    init() throws {
      servers = try TLSServers()
      service = try RawServer { connection in
        while let request = connection.readRequest() {
          let answer =
            switch request.target {
            case let target where target.hasSuffix("/status"):
              #"{"request_id": "r-1", "status": "completed"}"#
            case let target where target.contains("/result"): Fixture.done
            default: Fixture.submitted
            }
          connection.answer(body: Array(answer.utf8))
        }
      }
    }

    private func client(
      _ certificate: TLSServers.Certificate, trusting authorities: String?
    ) throws -> ModelClient {
      let port = try servers.encrypt(port: service.port, certificate)
      var options = CallOptions()
      options.timeout = nil
      return try ModelClient(
        token: Fixture.token, baseURL: URL(string: "https://localhost:\(port)"), options: options,
        transport: SystemTransport.make(
          TransportOptions(certificateAuthoritiesFile: authorities)),
        environment: ClientEnvironment(
          clock: SkippingClock(), random: { 0.5 }, variable: { _ in nil }))
    }

    @Test("A job can be submitted, looked at and read at a service behind TLS")
    func job() async throws {
      let client = try client(.good, trusting: servers.authority)
      let job = try await client.submit(Sketch())
      let update = try await job.status()
      let result = try await job.result()
      #expect(job.id == "r-1" && update.status == .completed)
      #expect(result.output.files.map(\.absoluteString) == ["https://f.runcomfy.net/1.png"])
      #expect(service.requests.map(\.method).filter { $0 == "POST" }.count == 1)
      #expect(
        service.requests.allSatisfy { $0.header("authorization") == "Bearer \(Fixture.token)" })
    }

    @Test(
      "A service that can't prove its name gets no submission, and no token",
      arguments: [TLSServers.Certificate.selfSigned, .wrongHost, .expired])
    func refusal(_ certificate: TLSServers.Certificate) async throws {
      let client = try client(certificate, trusting: servers.authority)
      let error = await #expect(throws: ModelError.self) { try await client.submit(Sketch()) }
      guard case .notSent(let problem)? = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(problem.kind == .tls, "\(problem)")
      #expect(service.requests.isEmpty)
    }

    @Test("A job at a service whose certificate isn't trusted is not waited for")
    func wait() async throws {
      let job = try await client(.good, trusting: servers.authority).submit(Sketch())
      let seen = service.requests.count
      let stranger = try client(.selfSigned, trusting: servers.authority)
      let handle = try #require(
        JobHandle(
          jobID: job.id, modelID: Sketch.modelID, baseURL: stranger.baseURL))
      let error = await #expect(throws: ModelError.self) {
        try await stranger.job(for: handle).result()
      }
      guard case .readFailed(.connection(let problem))? = error?.reason else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(problem.kind == .tls, "\(problem)")
      #expect(service.requests.count == seen)
    }
  }
#endif
