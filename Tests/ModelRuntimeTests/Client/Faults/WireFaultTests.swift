import Foundation
import ModelTransport
import RawServer
import TestSupport
import Testing

@testable import ModelRuntime

/// Faults below HTTP, over a real connection to a server that does what it is told byte for byte.
@Suite("Faults: on the wire", .timeLimit(.minutes(5))) struct WireFaultTests {
  static let submitted = #"{"request_id":"r-1"}"#

  /// Answers in the usual way, after `fault` had its chance with the nth request of a kind.
  static func server(
    _ fault: @escaping @Sendable (RawConnection, RawRequest, Int) -> Bool
  ) throws -> RawServer {
    let counts = Locked([String: Int]())
    return try RawServer { connection in
      while let request = connection.readRequest() {
        let kind = request.target.split(separator: "/").last.map { $0.prefix { $0 != "?" } } ?? ""
        let count = counts.withLock { counts in
          counts[String(kind), default: 0] += 1
          return counts[String(kind)] ?? 0
        }
        if fault(connection, request, count) { return }
        switch kind {
        case "status": connection.answer(body: Array(#"{"status": "in_progress"}"#.utf8))
        case "result": connection.answer(body: Array(Fixture.done.utf8))
        default: connection.answer(body: Array(submitted.utf8))
        }
      }
    }
  }

  private func client(_ server: RawServer) throws -> ModelClient {
    var options = CallOptions()
    options.timeout = nil
    return try ModelClient(
      token: Fixture.token, baseURL: URL(string: server.url("/v1")), options: options,
      requestsPerSecond: 1_000,
      transport: SystemTransport.make(),
      environment: ClientEnvironment(
        clock: SkippingClock(), random: { 0.5 }, variable: { _ in nil }))
  }

  private func run(
    _ name: String, _ server: RawServer
  ) async throws -> Result<MediaOutput, ModelError> {
    let client = try client(server)
    let outcome: Result<MediaOutput, ModelError>
    do throws(ModelError) {
      outcome = .success(try await client.run(Sketch()))
    } catch {
      outcome = .failure(error)
    }
    note(name, posts: server.requests.filter { $0.method == "POST" }.count, outcome.word)
    return outcome
  }

  static func posts(_ server: RawServer) -> Int {
    server.requests.filter { $0.method == "POST" }.count
  }

  @Test("F3: a connection that is reset after the request was read isn't retried")
  func reset() async throws {
    let server = try Self.server { connection, request, _ in
      guard request.method == "POST" else { return false }
      connection.reset()
      return true
    }
    let outcome = try await run("F3 wire: reset after the request was read", server)
    #expect(Self.posts(server) == 1 && server.connectionCount == 1)
    #expect(outcome.word == "submissionUnknown")
  }

  @Test("An incomplete upload is reported as not sent and isn't retried")
  func upload() async throws {
    let server = try RawServer { connection in
      connection.readHeadOnly()
      connection.reset()
    }
    let request = DynamicRequest(
      modelID: Sketch.modelID, body: ["image": .string(String(repeating: "A", count: 32 << 20))])
    let client = try client(server)
    let error = await #expect(throws: ModelError.self) { try await client.submit(request) }
    guard case .notSent(let problem)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.requestIncomplete && !problem.nothingSent, "\(problem)")
    #expect(server.connectionCount == 1)
  }

  @Test("F1: a refused connection is reported as not sent")
  func refused() async throws {
    let (port, sockets) = try Sockets.refusingPort()
    defer { Sockets.close(sockets) }
    var options = CallOptions()
    options.timeout = nil
    let client = try ModelClient(
      token: Fixture.token, baseURL: URL(string: "http://127.0.0.1:\(port)"), options: options,
      transport: SystemTransport.make(),
      environment: ClientEnvironment(clock: SkippingClock(), variable: { _ in nil }))
    let error = await #expect(throws: ModelError.self) { try await client.run(Sketch()) }
    note("F1 wire: refused", posts: 0, "notSent")
    guard case .notSent? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("F5: the ID in a truncated response is kept, without a second submission")
  func cut() async throws {
    let server = try Self.server { connection, request, _ in
      guard request.method == "POST" else { return false }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n" + Self.submitted)
      return true
    }
    let outcome = try await run("F5 wire: cut after the id", server)
    #expect(Self.posts(server) == 1)
    #expect(outcome.word == "submissionUnknown + handle")
  }

  @Test("F5, F33: a response cut at any byte never leads to a second submission")
  func cutEverywhere() async throws {
    let whole = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + Self.submitted
    for length in stride(from: 0, to: whole.utf8.count, by: 3) {
      let server = try Self.server { connection, request, _ in
        guard request.method == "POST" else { return false }
        connection.send(Array(whole.utf8.prefix(length)))
        return true
      }
      let outcome = try await run("F5 wire: cut after \(length) bytes", server)
      #expect(Self.posts(server) == 1)
      #expect(outcome.word.hasPrefix("submissionUnknown"))
    }
  }

  @Test("F15, F33: reads that fail at any byte are absorbed")
  func brokenReads() async throws {
    let cuts = [
      "", "HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\nContent-Le",
      "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"status\"", "garbage\r\n\r\n",
    ]
    let server = try Self.server { connection, request, count in
      guard request.method == "GET", count <= cuts.count else { return false }
      connection.send(cuts[count - 1])
      return true
    }
    let outcome = try await run("F15 F33 wire: reads cut in five places", server)
    #expect(Self.posts(server) == 1)
    #expect(outcome.word == "success")
  }

  @Test("F29: the token isn't sent to the target of a redirect")
  func redirect() async throws {
    let other = try RawServer { connection in _ = connection.readRequest() }
    let server = try Self.server { connection, request, _ in
      guard request.method == "GET" else { return false }
      connection.answer(307, headers: "Location: \(other.url("/steal"))\r\n")
      return false
    }
    let outcome = try await run("F29 wire: 307 to another host", server)
    #expect(Self.posts(server) == 1)
    #expect(outcome.word == "refused + handle")
    #expect(other.connectionCount == 0)
  }

  @Test("F31: a body that is too large ends the wait")
  func huge() async throws {
    let server = try Self.server { connection, request, _ in
      guard request.method == "GET" else { return false }
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
      while connection.send([UInt8](repeating: 91, count: 65_536)) {}
      return true
    }
    let outcome = try await run("F31 wire: 100 MB of brackets", server)
    #expect(Self.posts(server) == 1)
    #expect(outcome.word == "invalidResponse + handle")
  }

  @Test("F35: compressed responses aren't requested")
  func compressed() async throws {
    let server = try Self.server { connection, request, count in
      guard request.method == "GET", count <= 2 else { return false }
      connection.answer(
        headers: "Content-Encoding: gzip\r\n", body: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0])
      return false
    }
    let outcome = try await run("F35 wire: gzip unasked", server)
    #expect(Self.posts(server) == 1)
    #expect(server.requests.allSatisfy { $0.header("accept-encoding") == "identity" })
    #expect(outcome.word == "success")
  }

  @Test("F37: cancelling the task ends a real wait and cancels the job")
  func cancelled() async throws {
    let cancelled = Signal()
    let server = try RawServer { connection in
      while let request = connection.readRequest() {
        if request.target.hasSuffix("/cancel") {
          connection.answer(202, body: Array(#"{"outcome": "cancelled"}"#.utf8))
          cancelled.fire()
        } else if request.method == "POST" {
          connection.answer(body: Array(Self.submitted.utf8))
        } else {
          connection.waitForClose()
        }
      }
    }
    let client = try ModelClient(
      token: Fixture.token, baseURL: URL(string: server.url()), transport: SystemTransport.make(),
      environment: ClientEnvironment(variable: { _ in nil }))
    let submitted = Signal()
    let task = Task { try await client.run(Sketch()) { _ in submitted.fire() } }
    await submitted.wait()
    task.cancel()
    let error = await #expect(throws: ModelError.self) { try await task.value }
    await cancelled.wait()
    note("F37 wire: cancelled while it waits", posts: 1, "cancelled + handle")
    #expect(error?.isCancellation == true && error?.handle?.jobID == "r-1")
    #expect(server.requests.filter { $0.target.contains("/v1/models/") }.count == 1)
  }
}
