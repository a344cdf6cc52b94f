import Foundation
import ModelTransport
import RawServer
import Testing

@testable import ModelRuntime

/// Files behind URLs, over real connections.
@Suite("Fetching files behind URLs", .timeLimit(.minutes(2))) struct RemoteMediaWireTests {
  /// Serves one file, and takes jobs.
  private static func server(
    _ file: [UInt8], _ answer: @escaping @Sendable (RawConnection, Range<Int>?) -> Void
  ) throws -> RawServer {
    try RawServer { connection in
      while let request = connection.readRequest() {
        if request.method == "POST" {
          connection.answer(body: Array(Fixture.submitted.utf8))
        } else {
          answer(connection, range(request, in: file))
        }
      }
    }
  }

  private static func range(_ request: RawRequest, in file: [UInt8]) -> Range<Int>? {
    let bounds = (request.header("range") ?? "").split { "=-".contains($0) }.dropFirst()
    let numbers = bounds.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    return min(numbers[0], file.count)..<min(numbers[1] + 1, file.count)
  }

  private static func honest(_ file: [UInt8]) throws -> RawServer {
    try server(file) { connection, range in
      guard let range else {
        connection.answer(body: file)
        return
      }
      guard !range.isEmpty else {
        connection.answer(416, headers: "Content-Range: bytes */\(file.count)\r\n", body: [])
        return
      }
      let words = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.count)"
      connection.answer(206, headers: "Content-Range: \(words)\r\n", body: Array(file[range]))
    }
  }

  private func outcome(
    _ server: RawServer, _ url: String? = nil, allowed: Bool = true
  ) async throws -> (word: String, unchecked: [String]) {
    var options = CallOptions()
    // Tests that run beside these may keep the processor busy for longer than the usual limit.
    options.remoteMediaValidation = .enabled(
      RemoteMediaValidation.Limits(timeout: .seconds(600), allowsPrivateAddresses: allowed))
    let client = try ModelClient(
      token: Fixture.token, baseURL: URL(string: server.url("/v1")), options: options,
      transport: SystemTransport.make(), environment: ClientEnvironment(variable: { _ in nil }))
    do throws(ModelError) {
      let job = try await client.submit(Poster("\(url ?? server.url("/a?signature=s"))"))
      return ("sent", job.uncheckedRules.map(\.reason))
    } catch {
      return ("\(error.reason)", [])
    }
  }

  private static func looks(_ server: RawServer) -> [RawRequest] {
    server.requests.filter { $0.method == "GET" }
  }

  @Test("Only the needed ranges are fetched, without the token")
  func ranges() async throws {
    let server = try Self.honest(jpeg(width: 101, behind: 200_000))
    #expect(try await outcome(server).word.contains("101 × 50 px"))
    let looks = Self.looks(server)
    #expect(looks.count > 1 && looks.first?.header("range") == "bytes=0-65535")
    for look in looks {
      #expect(look.header("authorization") == nil && look.header("cookie") == nil)
    }
  }

  @Test("A server that ignores ranges is stopped after the first bytes")
  func endless() async throws {
    let file = picture(width: 101) + [UInt8](repeating: 0, count: 100_000)
    let gone = Signal()
    let server = try Self.server(file) { connection, _ in
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n")
      connection.send(file)
      while connection.send([UInt8](repeating: 0, count: 65_536)) {}
      gone.fire()
    }
    #expect(try await outcome(server).word.contains("101 × 50 px"))
    await gone.wait()
    #expect(Self.looks(server).count == 1)
  }

  @Test("An empty file, and one behind a redirect, are unchecked")
  func nothing() async throws {
    let empty = try Self.honest([])
    #expect(try await outcome(empty).word == "sent")
    let moved = try Self.server([]) { connection, _ in
      connection.answer(302, headers: "Location: /elsewhere\r\n", body: [])
    }
    let (word, unchecked) = try await outcome(moved)
    #expect(word == "sent" && Self.looks(moved).count == 1)
    #expect(unchecked.first?.contains("isn't followed") == true)
  }

  @Test("This machine isn't reached unless allowed, even over an open connection")
  func refused() async throws {
    let server = try Self.honest(picture(width: 101))
    let (word, unchecked) = try await outcome(server, allowed: false)
    #expect(word == "sent" && Self.looks(server).isEmpty)
    #expect(unchecked.first?.contains("private network") == true)
  }
}
