import ModelCore
import Testing

@testable import ModelTesting

/// Tests of the effects that a fault script has on responses.
@Suite("Effects of faults") struct FaultTests {
  private func fixture(_ script: String, pace: Pace = .instant) throws -> Fixture {
    let faults = try FaultScript(parsing: Array(script.utf8), file: "faults.json")
    return try Fixture(pace: pace) { $0.faults = faults }
  }

  /// All bytes of one answer, up to the end of the connection.
  private func bytes(_ fixture: Fixture, _ path: String = "/v1/models") throws -> [UInt8]? {
    let client = try #require(RawClient(fixture.service.port))
    client.send(
      "GET \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\nConnection: close\r\n\r\n"
    )
    return client.rest()
  }

  @Test("A fault with a status rejects one submission")
  func status() throws {
    let fixture = try fixture(#"[{"on": "submit", "status": 503, "retry_after": 2}]"#)
    let refused = try fixture.submit()
    #expect(refused.status == 503 && refused.answer["retry-after"] == "2")
    #expect(fixture.service.submissionCount == 0)
    #expect(try fixture.submit().status == 200)
  }

  @Test("With `performed`, the job exists although its response is lost")
  func performed() throws {
    let fixture = try fixture(
      #"[{"on": "submit", "status": 502, "html": true, "performed": true},"#
        + #" {"on": "submit", "close_at": 0}]"#)
    let page = try fixture.submit()
    #expect(page.status == 502 && page.answer["content-type"] == "text/html")
    #expect(String(decoding: page.answer.body, as: UTF8.self).contains("<h1>502 Bad Gateway</h1>"))
    #expect(fixture.service.submissionCount == 1)
    let client = try #require(RawClient(fixture.service.port))
    let body = #"{"prompt": "x"}"#
    client.send(
      "POST \(Fixture.path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    #expect(client.rest() == [])
    #expect(fixture.service.submissionCount == 2)
  }

  @Test("`after` and `times` choose the calls, and faults occur in order")
  func counts() throws {
    let fixture = try fixture(
      #"[{"on": "status", "after": 1, "times": 2, "status": 500},"#
        + #" {"on": "status", "after": 1, "status": 429},"#
        + #" {"on": ["result", "cancel"], "times": "always", "status": 504}]"#)
    let id = try fixture.job()
    #expect(
      try (0..<6).map { _ in try fixture.status(id).status } == [200, 500, 500, 429, 200, 200])
    #expect(try (0..<3).map { _ in try fixture.result(id).status } == [504, 504, 504])
    #expect(try fixture.cancel(id).status == 504)
  }

  @Test("A fault of one model doesn't affect other models")
  func model() throws {
    let fixture = try fixture(
      #"[{"on": "any", "model": "acme/other", "status": 500, "times": "always"},"#
        + #" {"on": "status", "model": "acme/sketch 1.0/draw", "status": 501}]"#)
    let id = try fixture.job()
    #expect(try fixture.status(id).status == 501)
    #expect(try fixture.status(id).status == 200)
    #expect(try fixture.call("GET", "/v1/models/acme/other").status == 500)
  }

  @Test("Bodies can be text, JSON and bytes, and headers are added or replaced")
  func bodies() throws {
    let fixture = try fixture(
      #"""
      [{"on": "catalogue", "body": "[1,"},
       {"on": "catalogue", "body": {"error_code": 500001}, "headers": {"X-Note": ["a", "b"]}},
       {"on": "catalogue", "body_base64": "AP8="},
       {"on": "catalogue", "headers": {"content-type": "text/html"}},
       {"on": "catalogue", "headers": {"Content-Length": "9999"}}]
      """#)
    let text = try fixture.call("GET", "/v1/models").answer
    #expect(text.status == 200 && text.body == Array("[1,".utf8))
    let json = try fixture.call("GET", "/v1/models").answer
    #expect(json.body == Array(#"{"error_code":500001}"#.utf8))
    #expect(json["content-type"] == "application/json" && json["x-note"] == "b")
    #expect(try fixture.call("GET", "/v1/models").answer.body == [0, 0xFF])
    let changed = try fixture.call("GET", "/v1/models")
    #expect(
      changed.answer.headers.filter { $0.name == "content-type" }.map(\.value) == ["text/html"])
    #expect(changed.json["total"]?.int == 1)
    let lie = String(decoding: try #require(try bytes(fixture)), as: UTF8.self)
    #expect(lie.contains("Content-Length: 9999\r\n") && !lie.contains("Content-Length: 9998"))
    #expect(lie.ranges(of: "Content-Length").count == 1)
  }

  @Test("A redirect has a location, and status 302 or the given one")
  func redirect() throws {
    let fixture = try fixture(
      #"[{"on": "result", "redirect": "http://127.0.0.1:1/x"},"#
        + #" {"on": "result", "redirect": "/y", "status": 308}]"#)
    let id = try fixture.job()
    let (first, second) = (try fixture.result(id), try fixture.result(id))
    #expect(first.status == 302 && first.answer["location"] == "http://127.0.0.1:1/x")
    #expect(second.status == 308 && second.answer["location"] == "/y")
  }

  @Test("A response can be cut, garbage or end with a reset")
  func cuts() throws {
    let fixture = try fixture(
      #"[{"on": "catalogue", "close_at": 40}, {"on": "catalogue", "garbage": 500},"#
        + #" {"on": "catalogue", "close_at": 10, "reset": true}]"#)
    let cut = try #require(try bytes(fixture))
    #expect(cut.count == 40 && cut.starts(with: Array("HTTP/1.1 200 OK\r\n".utf8)))
    let garbage = try #require(try bytes(fixture))
    #expect(garbage.count == 500 && garbage.allSatisfy { $0 >= 0x80 })
    #expect(try bytes(fixture) == nil)
    #expect(try #require(try bytes(fixture)).count > 200)
  }

  @Test("A delayed response doesn't delay other connections")
  func delay() throws {
    let fixture = try fixture(#"[{"on": "catalogue", "delay": 0.3}]"#)
    let client = try #require(RawClient(fixture.service.port))
    let request = "GET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer secret\r\n\r\n"
    let start = ContinuousClock.now
    client.send(request + "GET /none HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try fixture.submit().status == 200)
    #expect(client.answer()?.status == 200)
    #expect(ContinuousClock.now - start >= .milliseconds(300))
    #expect(client.answer()?.status == 404)
  }

  @Test("Faults affect downloads too")
  func download() throws {
    let fixture = try fixture(#"[{"on": "download", "close_at": 300}]"#)
    let url = try #require(
      try fixture.result(try fixture.job()).json["output"]?["image"]?.string)
    let path = String(url.dropFirst(fixture.service.baseURL.absoluteString.count))
    #expect(try #require(try bytes(fixture, path)).count == 300)
    #expect(try #require(try bytes(fixture, path)).count > 300)
  }

  @Test("A job can be made to fail with any error")
  func failing() throws {
    let fixture = try fixture(#"[{"on": "submit", "fails": {"message": "NSFW"}}]"#)
    let (first, second) = (try fixture.job(), try fixture.job())
    let result = try fixture.result(first).json
    #expect(result["status"]?.string == "failed" && result["error"] == ["message": "NSFW"])
    #expect(try fixture.result(second).json["status"]?.string == "succeeded")
  }
}
