import ModelTransport
import RawServer
import Testing

/// Tests of every transport with a well-behaved server.
@Suite("Ordinary responses") struct OrdinaryAnswerTests {
  @Test("GET returns status, headers and body", arguments: TransportUnderTest.allCases)
  func get(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(
          203, headers: "X-One: 1\r\nx-two: two\r\nX-Empty: \r\n", body: [1, 0, 255])
      }
    }
    let request = TransportRequest(.get, server.url("/a/b?c=%20d"), headers: ["X-Mine": "yes"])
    let answer = try await kind.make().send(request)
    #expect(answer.status == 203)
    #expect(answer.headers["x-ONE"] == "1")
    #expect(answer.headers["X-Two"] == "two")
    #expect(answer.headers["x-empty"] == "")
    #expect(answer.body == [1, 0, 255])
    let seen = try #require(server.requests.first)
    #expect(seen.method == "GET" && seen.target == "/a/b?c=%20d")
    #expect(seen.header("x-mine") == "yes")
    #expect(seen.header("accept-encoding") == "identity")
    #expect(seen.header("cookie") == nil)
    #expect(seen.header("host") == "127.0.0.1:\(server.port)")
  }

  @Test("POST delivers its body and its own content type", arguments: TransportUnderTest.allCases)
  func post(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if let request = connection.readRequest() { connection.answer(body: request.body) }
    }
    let body = Array(#"{"prompt": "boat"}"#.utf8)
    let answer = try await kind.make().send(
      TransportRequest(
        .post, server.url(), headers: ["Content-Type": "application/json"], body: body))
    #expect(answer.body == body)
    let seen = try #require(server.requests.first)
    #expect(seen.method == "POST" && seen.body == body)
    #expect(seen.header("content-type") == "application/json")
    #expect(seen.header("expect") == nil)
    #expect(server.requests.count == 1)
  }

  @Test("POST without a body has Content-Length 0", arguments: TransportUnderTest.sturdy)
  func emptyPost(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer() }
    }
    _ = try await kind.make().send(TransportRequest(.post, server.url()))
    #expect(server.requests.first?.header("content-length") == "0")
    #expect(server.requests.first?.header("content-type") == nil)
  }

  @Test("Large bodies are complete in both directions", arguments: TransportUnderTest.allCases)
  func bigBodies(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if let request = connection.readRequest() { connection.answer(body: request.body) }
    }
    let body = patterned(6 << 20)
    let answer = try await kind.make().send(TransportRequest(.post, server.url(), body: body))
    #expect(answer.body == body)
    #expect(server.requests.first?.body == body)
  }

  @Test("A chunked body is assembled", arguments: TransportUnderTest.allCases)
  func chunked(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      connection.send("3\r\nabc\r\n5;x=y\r\ndefgh\r\n0\r\n\r\n")
      connection.waitForClose()
    }
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(String(decoding: answer.body, as: UTF8.self) == "abcdefgh")
  }

  @Test("Interim responses are skipped", arguments: TransportUnderTest.allCases)
  func interim(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 100 Continue\r\n\r\n")
      connection.send("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n")
      connection.answer(200, headers: "Final: yes\r\n")
    }
    let answer = try await kind.make().send(TransportRequest(.post, server.url(), body: [1]))
    #expect(answer.status == 200)
    #expect(answer.headers["final"] == "yes")
  }

  @Test(
    "Responses without a body end immediately", arguments: TransportUnderTest.allCases, [204, 304])
  func noBody(_ kind: TransportUnderTest, _ status: Int) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.send("HTTP/1.1 \(status) None\r\nETag: x\r\n\r\n")
      }
    }
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.status == status && answer.body.isEmpty)
  }

  @Test("HEAD doesn't wait for a body", arguments: TransportUnderTest.allCases)
  func head(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
      }
    }
    let answer = try await kind.make().send(TransportRequest(.head, server.url()))
    #expect(answer.headers["content-length"] == "99999999" && answer.body.isEmpty)
  }

  @Test("Other methods are sent as they are", arguments: TransportUnderTest.allCases)
  func otherVerbs(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer() }
    }
    let transport = try kind.make()
    _ = try await transport.send(TransportRequest("PUT", server.url(), body: [1, 2, 3]))
    _ = try await transport.send(TransportRequest("DELETE", server.url()))
    #expect(server.requests.map(\.method) == ["PUT", "DELETE"])
    #expect(server.requests.map(\.body) == [[1, 2, 3], []])
  }

  @Test(
    "A redirect is returned and not followed",
    arguments: TransportUnderTest.allCases, [301, 302, 303, 307, 308])
  func redirects(_ kind: TransportUnderTest, _ status: Int) async throws {
    let other = try RawServer { connection in
      if connection.readRequest() != nil { connection.answer() }
    }
    let place = other.url("/stolen")
    let server = try RawServer { connection in
      if connection.readRequest() != nil {
        connection.answer(status, headers: "Location: \(place)\r\n", body: [])
      }
    }
    let transport = try kind.make()
    for method in [TransportMethod.get, .post] {
      let answer = try await transport.send(
        TransportRequest(method, server.url(), headers: ["Authorization": "Bearer s3cret"]))
      #expect(answer.status == status)
      #expect(answer.headers["location"] == place)
    }
    #expect(other.connectionCount == 0)
    #expect(server.requests.count == 2)
  }

  @Test("A request for authentication is returned", arguments: TransportUnderTest.sturdy)
  func basicChallenge(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      while connection.readRequest() != nil {
        connection.answer(401, headers: "WWW-Authenticate: Basic realm=\"x\"\r\n")
      }
    }
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.status == 401)
    #expect(server.requests.count == 1)
  }

  @Test("Trailers of a chunked body aren't headers", arguments: TransportUnderTest.sturdy)
  func trailers(_ kind: TransportUnderTest) async throws {
    let server = try RawServer { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
      connection.send("3\r\nabc\r\n0\r\nLate: x\r\n\r\n")
      connection.waitForClose()
    }
    let answer = try await kind.make().send(TransportRequest(.get, server.url()))
    #expect(answer.body == Array("abc".utf8))
    #expect(answer.headers["late"] == nil)
  }

  @Test("Repeated and folded headers are kept", arguments: TransportUnderTest.sturdy)
  func repeatedHeaders(_ kind: TransportUnderTest) async throws {
    #if os(Linux)
      let server = try RawServer { connection in
        if connection.readRequest() != nil {
          connection.answer(headers: "Via: one\r\nVIA:two\r\nEmpty:\r\nLong: a\r\n  b\r\n")
        }
      }
      let answer = try await kind.make().send(TransportRequest(.get, server.url()))
      #expect(answer.headers.values(of: "via") == ["one", "two"])
      #expect(answer.headers["empty"] == "")
      #expect(answer.headers["long"] == "a b")
    #endif
  }
}
