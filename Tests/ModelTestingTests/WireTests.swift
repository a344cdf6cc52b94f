import Foundation
import Testing

@testable import ModelTesting

/// Tests of unusual clients and networks.
@Suite("HTTP of the mock service") struct WireTests {
  private static let head = "Host: x\r\nAuthorization: Bearer t\r\n"
  private static let body = #"{"prompt": "a boat"}"#

  private func connect(_ fixture: Fixture) throws -> RawClient {
    try #require(RawClient(fixture.service.port))
  }

  @Test("Requests on one connection are answered in order, sent one by one or all at once")
  func pipelining() throws {
    let fixture = try Fixture()
    let client = try connect(fixture)
    let one = "GET /v1/models?limit=1 HTTP/1.1\r\n\(Self.head)\r\n"
    let post =
      "POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Content-Length: \(Self.body.utf8.count)\r\n\r\n"
    client.send(one)
    #expect(client.answer()?.status == 200)
    client.send([one, post + Self.body, "GET /none HTTP/1.1\r\n\(Self.head)\r\n", one].joined())
    #expect((0..<4).map { _ in client.answer()?.status } == [200, 200, 404, 200])
    client.send([String](repeating: one, count: 3_000).joined())
    client.endSending()
    for _ in 0..<3_000 { #expect(client.answer()?.status == 200) }
    #expect(client.rest() == [])
  }

  @Test("A request that comes byte by byte is read, while others are served")
  func slowClient() throws {
    let fixture = try Fixture()
    let slow = try connect(fixture)
    let text =
      "POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Content-Length: \(Self.body.utf8.count)\r\n\r\n"
    for byte in (text + Self.body).utf8 { slow.send([byte]) }
    let unfinished = try connect(fixture)
    unfinished.send("GET /v1/mod")
    #expect(try fixture.submit().status == 200)
    #expect(slow.answer()?.status == 200)
  }

  @Test("Bodies may be chunked, with extensions and trailers, however they are cut")
  func chunks() throws {
    let fixture = try Fixture()
    let text = "POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Transfer-Encoding: chunked\r\n\r\n"
    let chunks = "5;a=b\r\n{\"pro\r\n00f\r\nmpt\": \"a boat\"}\r\n0\r\nX-Sum: 1\r\n\r\n"
    for size in [1, 7, 1_000] {
      let client = try connect(fixture)
      var rest = Array((text + chunks + text + chunks).utf8)[...]
      while !rest.isEmpty {
        client.send(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(client.answer()?.status == 200 && client.answer()?.status == 200)
    }
    #expect(fixture.service.submissions.allSatisfy { $0.body["prompt"]?.string == "a boat" })
    #expect(fixture.service.submissionCount == 6)
  }

  @Test("A client that waits for 100 Continue receives it, unless the body is too large")
  func expectContinue() throws {
    let fixture = try Fixture { $0.bodyLimit = 100 }
    let client = try connect(fixture)
    client.send(
      "POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Expect: 100-continue\r\nContent-Length: 20\r\n\r\n"
    )
    #expect(client.answer()?.status == 100)
    client.send(Self.body)
    #expect(client.answer()?.status == 200)
    client.send(
      "POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Expect: 100-continue\r\nContent-Length: 200\r\n\r\n"
    )
    #expect(client.answer()?.status == 413)
    #expect(client.rest() == [])
  }

  @Test("HEAD has the head of GET and no body")
  func head() throws {
    let fixture = try Fixture()
    let client = try connect(fixture)
    client.send(
      "HEAD /v1/models HTTP/1.1\r\n\(Self.head)\r\nGET /v1/models HTTP/1.1\r\n\(Self.head)\r\n")
    let (head, get) = (client.answer(hasBody: false), client.answer())
    #expect(head?.status == 200 && get?.status == 200)
    #expect(head?["content-length"] == get?["content-length"] && get?.body.isEmpty == false)
  }

  @Test(
    "An invalid request is refused with a message and closes the connection",
    arguments: [
      ("hello\r\n\r\n", 400), ("GET /v1/models\r\n\r\n", 400),
      ("GET v1 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n", 400),
      ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
      ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
      ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 413),
      ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
      (
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n", 400
      ),
      ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
      ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400),
      (
        "GET / HTTP/1.1\r\nHost: x\r\nX: " + String(repeating: "y", count: 70_000) + "\r\n\r\n", 431
      ),
      (String(repeating: "z", count: 100_000), 431),
    ])
  func refused(_ text: String, _ status: Int) throws {
    let fixture = try Fixture()
    let client = try connect(fixture)
    client.send(text)
    let answer = try #require(client.answer())
    #expect(answer.status == status && answer["connection"] == "close")
    #expect(String(decoding: answer.body, as: UTF8.self).contains("error_message"))
    #expect(client.rest() == [])
    #expect(try fixture.submit().status == 200)
  }

  @Test("Large headers, bare line feeds and HTTP/1.0 are accepted")
  func leniency() throws {
    let fixture = try Fixture()
    let large = "X-Large: " + String(repeating: "y", count: 60_000) + "\r\n"
    #expect(try fixture.call("GET", "/v1/models", headers: large).status == 200)
    let client = try connect(fixture)
    client.send("\r\nGET /v1/models HTTP/1.1\nHost: x\nAuthorization: Bearer t\n\n")
    #expect(client.answer()?.status == 200)
    client.send(
      "GET /v1/models HTTP/1.0\r\nAuthorization: bearer t\r\nConnection: keep-alive\r\n\r\n")
    #expect(client.answer()?["connection"] == "keep-alive")
    client.send("GET /v1/models HTTP/1.0\r\nAuthorization: bearer t\r\n\r\n")
    #expect(client.answer()?["connection"] == "close")
    #expect(client.rest() == [])
  }

  @Test("A refused body is drained, so that its sender can read the response")
  func draining() throws {
    let fixture = try Fixture { $0.bodyLimit = 1_000 }
    let client = try connect(fixture)
    client.send("POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Content-Length: 2000000\r\n\r\n")
    client.send([UInt8](repeating: 32, count: 2_000_000))
    #expect(client.answer()?.status == 413)
  }

  @Test("Unfinished large bodies can't fill the memory")
  func largeBodies() throws {
    let fixture = try Fixture { $0.bodyLimit = 2 << 20 }
    let clients = try (0..<5).map { _ in try connect(fixture) }
    for client in clients {
      client.send("POST \(Fixture.path) HTTP/1.1\r\n\(Self.head)Content-Length: 2000000\r\n\r\n")
      client.send([UInt8](repeating: 32, count: 1_900_000))
    }
    let refused = clients.compactMap { $0.answer(waiting: .milliseconds(300))?.status }
    #expect(refused == [503])
    #expect(try fixture.submit().status == 200)
  }

  @Test("A silent connection is closed, with status 408 in the middle of a request")
  func idle() throws {
    let fixture = try Fixture { $0.idleLimit = .milliseconds(50) }
    let (silent, unfinished) = (try connect(fixture), try connect(fixture))
    unfinished.send("GET /v1/models HTTP/1.1\r\nHo")
    #expect(silent.rest() == [])
    #expect(unfinished.answer()?.status == 408)
    #expect(unfinished.rest() == [])
  }

  @Test("A head that arrives too slowly is refused")
  func slowHead() {
    var connection = Connection(socket: -1, bodyLimit: 1_000, now: .zero)
    let reply = Reply(bytes: [])
    var overdue: [Int] = []
    func bring(_ text: String, at now: Duration) {
      Array(text.utf8).withUnsafeBytes { connection.reader.append($0) }
      connection.lastActivity = now
      connection.answer(now, { _ in reply }, { _ in reply })
    }
    bring("GET / HTTP/1.1\r\nX: ", at: .zero)
    for second in 1...70 {
      bring("y", at: .seconds(second))
      if connection.isOverdue(
        at: .seconds(second), idleLimit: .seconds(60), headLimit: .seconds(60))
      {
        overdue.append(second)
      }
    }
    #expect(overdue == Array(61...70))
    // The head is whole, and the next one has its own time.
    bring("\r\nHost: x\r\n\r\nGET /next", at: .seconds(71))
    for (second, isLate) in [(72, false), (131, false), (132, true)] {
      #expect(
        connection.isOverdue(
          at: .seconds(second), idleLimit: .seconds(600), headLimit: .seconds(60)) == isLate)
    }
  }

  @Test("Clients that disconnect at any time don't affect others")
  func vanishing() throws {
    let fixture = try Fixture(pace: .instant)
    let id = try fixture.job(#"{"prompt": "x", "size": "4096x4096"}"#)
    for text in [
      "", "GET", "POST \(Fixture.path) HTTP/1.1\r\nContent-Length: 500\r\n\r\n{",
      "GET /outputs/\(id)/image-1.png HTTP/1.1\r\nHost: x\r\n\r\n",
    ] {
      for _ in 0..<20 { try connect(fixture).send(text) }
    }
    #expect(try fixture.submit().status == 200)
  }

  @Test("When stop returns, connections are closed and the port is free again")
  func stop() throws {
    let fixture = try Fixture()
    let port = fixture.service.port
    let client = try connect(fixture)
    client.send("GET /v1/models HTTP/1.1\r\n\(Self.head)\r\n")
    #expect(client.answer()?.status == 200)
    fixture.service.stop()
    #expect(client.rest() == [])
    #expect(RawClient(port) == nil)
    fixture.service.stop()
    let again = try Fixture { $0.port = port }
    #expect(again.service.port == port)
    #expect(try again.submit().status == 200)
  }
}
