import ModelCore
import Testing

@testable import ModelTesting

/// Many at once.
@Suite("Load on the mock service") struct LoadTests {
  @Test("10,000 open jobs and 200 connections are all served")
  func many() throws {
    let fixture = try Fixture()
    let clients = try (0..<200).map { _ in try #require(RawClient(fixture.service.port)) }
    let body = #"{"prompt": "a boat"}"#
    let head = "Host: x\r\nAuthorization: Bearer secret\r\n"
    let post =
      "POST \(Fixture.path) HTTP/1.1\r\n\(head)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let posts = Array(String(repeating: post, count: 50).utf8)
    for client in clients { client.send(posts) }
    var ids: Set<String> = []
    for client in clients {
      for _ in 0..<50 {
        let answer = try #require(client.answer())
        ids.insert(try JSONValue(parsing: answer.body)["request_id"]?.string ?? "")
      }
    }
    #expect(ids.count == 10_000 && fixture.service.submissionCount == 10_000)
    #expect(fixture.service.submissions.count == 1_000)
    for (client, id) in zip(clients, ids) {
      client.send("GET /v1/requests/\(id)/status HTTP/1.1\r\n\(head)\r\n")
    }
    for client in clients.prefix(ids.count) {
      let json = try JSONValue(parsing: try #require(client.answer()).body)
      #expect(json["status"]?.string == "in_queue" && json["queue_position"]?.int == 3)
    }
  }
}
