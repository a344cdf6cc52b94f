import Foundation
import ModelRuntime
import TestSupport
import Testing

@testable import ModelTesting

/// The package's own client against the service, from the submission to the file on disk.
@Suite("ModelClient with the mock service") struct RuntimeTests {
  private func client(_ fixture: Fixture, token: String = "secret") throws -> ModelClient {
    try ModelClient(token: token, baseURL: fixture.service.baseURL, requestsPerSecond: 1_000)
  }

  private func request(_ prompt: String) -> DynamicRequest {
    DynamicRequest(modelID: "acme/sketch 1.0/draw", body: ["prompt": .string(prompt)])
  }

  private func reason(_ work: () async throws -> Void) async -> ModelError? {
    do {
      try await work()
      return nil
    } catch {
      return error as? ModelError
    }
  }

  private func service(_ error: ModelError?) -> ServiceError? {
    if case .refused(let service)? = error?.reason { service } else { nil }
  }

  @Test("A run downloads an image")
  func run() async throws {
    let fixture = try Fixture(pace: .instant)
    let client = try client(fixture)
    let output = try await client.run(request("a boat"))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modelgen-tests-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = try await client.downloadAll(output, to: URL(fileURLWithPath: folder))
    let bytes = [UInt8](try Data(contentsOf: try #require(files.first)))
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(fixture.service.count(of: .submit) == 1)
    #expect(fixture.service.count(of: .download) == 1)
  }

  @Test(
    "A client that uses localhost downloads from localhost",
    arguments: ["localhost", "127.0.0.1"])
  func spelledOtherwise(_ host: String) async throws {
    let fixture = try Fixture(pace: .instant)
    let base = "http://\(host):\(fixture.service.port)"
    let client = try ModelClient(
      token: "secret", baseURL: URL(string: base), requestsPerSecond: 1_000)
    let folder = try TemporaryFolder()
    let output = try await client.run(request("a boat"))
    #expect(output.image?.absoluteString.hasPrefix("\(base)/outputs/") == true)
    let file = try await client.download(
      try #require(output.image), to: URL(fileURLWithPath: folder.root))
    #expect(try Data(contentsOf: file).isEmpty == false)
  }

  @Test("URLs in responses have a loopback host only")
  func foreignHost() throws {
    let fixture = try Fixture(pace: .instant)
    let body = #"{"prompt": "a boat"}"#
    for host in ["evil.example", "localhost.evil.example:80", "x@localhost", "127.0.0.1.nip.io"] {
      let client = try #require(RawClient(fixture.service.port))
      client.send(
        "POST \(Fixture.path) HTTP/1.1\r\nHost: \(host)\r\nAuthorization: Bearer secret\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      let answer = try #require(client.answer())
      let text = String(decoding: answer.body, as: UTF8.self)
      #expect(
        text.contains(fixture.service.baseURL.absoluteString) && !text.contains(host), "\(host)")
    }
  }

  @Test("Error codes become the client's error categories")
  func refusals() async throws {
    let fixture = try Fixture(pace: .instant) {
      $0.token = "secret"
      $0.balance = 0.04
    }
    let stranger = try client(fixture, token: "other")
    let client = try client(fixture)
    let token = await reason { _ = try await stranger.run(self.request("x")) }
    let body = await reason { _ = try await client.run(self.request("far too long for a boat")) }
    #expect(await reason { _ = try await client.run(self.request("x")) } == nil)
    let empty = await reason { _ = try await client.run(self.request("x")) }
    #expect(service(token)?.category == .unauthorized)
    #expect(service(body)?.category == .invalidRequest)
    #expect(service(body)?.fields.map(\.path) == ["prompt"])
    #expect(service(empty)?.category == .insufficientFunds)
  }

  @Test("A failed job throws the service's message, and a queued one is cancelled")
  func endings() async throws {
    let fixture = try Fixture(pace: .instant) { $0.outcome = { _ in .failed("no boats today") } }
    let client = try client(fixture)
    let failed = await reason { _ = try await client.run(self.request("x")) }
    #expect(failed?.description.contains("no boats today") == true)
    let queue = try Fixture()
    let other = try self.client(queue)
    let job = try await other.submit(request("x"))
    let outcome = try await other.cancel(job.handle)
    #expect(outcome == .cancelled)
  }
}
