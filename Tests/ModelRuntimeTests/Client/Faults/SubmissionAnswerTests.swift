import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Tests of IDs in responses to submissions, and of responses that are retried.
@Suite("Faults: answers to submissions", .withAndWithoutJournal) struct SubmissionAnswerTests {
  struct Row: Sendable, CustomStringConvertible {
    let status: Int
    let body: String
    var headers: TransportHeaders = [:]
    let outcome: String

    var answer: ScriptedAnswer { .status(status, headers: headers, body: Array(body.utf8)) }
    var description: String { "\(status) \(headers)\(body.prefix(60))" }
  }

  static let rows: [Row] = [
    // An ID in a response that isn't a plain success.
    Row(status: 200, body: #"{"request_id":"r-1","error_code":400002}"#, outcome: "unknown + id"),
    Row(status: 200, body: #"{"request_id":"r-1","error_code":429001}"#, outcome: "unknown + id"),
    Row(status: 409, body: #"{"request_id":"r-1","message":"twice"}"#, outcome: "unknown + id"),
    Row(status: 500, body: #"{"request_id":"r-1"}"#, outcome: "unknown + id"),
    Row(status: 502, body: #"<p>{"request_id": "r-1"}</p>"#, outcome: "unknown + id"),
    Row(status: 429, body: #"{"request_id":"r-1"}"#, outcome: "unknown + id"),
    Row(status: 429, body: #"{"error":{"request_id":"r-1"}}"#, outcome: "unknown + id"),
    Row(status: 422, body: #"{"request_id":"r-1","detail":"bad"}"#, outcome: "refused + id"),
    Row(status: 200, body: #"{"data":{"request_id":"r-1"}}"#, outcome: "unknown + id"),
    Row(status: 200, body: #"{"data":{"request_id":"r-1","x"#, outcome: "unknown + id"),
    Row(status: 200, body: #"[{"request_id":7}]"#, outcome: "unknown + id"),
    Row(
      status: 200, body: #"{"status_url":"https:\/\/x\/v1\/requests\/r-1\/status"}"#,
      outcome: "unknown + id"),
    Row(
      status: 303, body: "", headers: ["Location": "/v1/requests/r-1/status"],
      outcome: "unknown + id"),
    Row(
      status: 302, body: "", headers: ["Location": "https://x.y/v1/requests/r-1/result?a=b"],
      outcome: "unknown + id"),
    // A code never outranks the HTTP status.
    Row(
      status: 502, body: #"{"error":{"code":429001,"message":"busy"}}"#, outcome: "unknown"),
    Row(status: 200, body: #"{"error_code":429001}"#, outcome: "unknown"),
    Row(status: 200, body: #"{"error_code":"429001"}"#, outcome: "unknown"),
    Row(status: 200, body: #"{"error_code":7}"#, outcome: "unknown"),
    Row(status: 200, body: #"{"error_code":500001}"#, outcome: "unknown"),
    Row(status: 500, body: #"{"error_code":400002}"#, outcome: "unknown"),
    Row(status: 400, body: #"{"error_code":500001}"#, outcome: "unknown"),
    Row(status: 409, body: "", outcome: "unknown"), Row(status: 204, body: "", outcome: "unknown"),
    Row(status: 303, body: "", headers: ["Location": "/login"], outcome: "unknown"),
    Row(status: 700, body: "", outcome: "unknown"),
    // A plain no.
    Row(status: 200, body: #"{"error_code":400002}"#, outcome: "refused"),
    Row(status: 200, body: #"{"error_code":10001}"#, outcome: "refused"),
    Row(status: 400, body: #"{"error_code":429001}"#, outcome: "refused"),
    Row(status: 400, body: #"{"error_code":400001}"#, outcome: "refused"),
    Row(status: 413, body: "<html>", outcome: "refused"),
    // A plain yes.
    Row(status: 200, body: #"{"request_id":"r-1","error_code":0}"#, outcome: "accepted"),
    Row(status: 200, body: #"{"request_id":"r-1","error_code":""}"#, outcome: "accepted"),
    Row(status: 201, body: #"{"request_id":"r-1","error_code":null}"#, outcome: "accepted"),
    Row(status: 202, body: #"{"request_id":7}"#, outcome: "accepted"),
  ]

  @Test(
    "F57: no ID in a response is lost, and no ambiguous response is retried", arguments: rows)
  func table(_ row: Row) throws {
    let fixture = try Fixture().on("*", row.answer.always)
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.submit(Sketch()).handle
    }
    var word = ""
    switch outcome {
    case .success(let handle)?:
      word = "accepted"
      #expect(["r-1", "7"].contains(handle.jobID))
    case .failure(let error)?:
      if case .submissionUnknown = error.reason { word = "unknown" }
      if case .refused = error.reason { word = "refused" }
      if let handle = error.handle {
        word += " + id"
        #expect(["r-1", "7"].contains(handle.jobID))
      }
    case nil: break
    }
    note("F57 \(row.description)", posts: fixture.posts, word)
    #expect(fixture.posts == 1)
    #expect(word == row.outcome)
  }

  @Test("F57: the ID at the beginning of a response that is too large is kept")
  func tooLong() throws {
    let body = Array(#"{"request_id": "r-1", "x": ""#.utf8) + [UInt8](repeating: 65, count: 9 << 20)
    for status in [200, 500, 429] {
      let fixture = try Fixture().on("*", .status(status, body: body).always)
      let outcome = fixture.run()
      note("F57 \(status) of 9 MiB", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      #expect(outcome.word() == "submissionUnknown + handle")
    }
  }

  @Test("A timeout before the response is reported as a timeout")
  func deadline() throws {
    for grace in [Duration.zero, .seconds(15)] {
      let fixture = try Fixture().on("*", .never.always).set {
        $0.timeout = .seconds(8)
        $0.submissionGrace = grace
      }
      guard case .failure(let error)? = fixture.run() else {
        Issue.record("no failure")
        return
      }
      #expect(fixture.world.now == .seconds(8))
      guard case .submissionUnknown(.timedOut) = error.reason else {
        Issue.record("\(error)")
        return
      }
      #expect("\(error)".contains("timed out before the service answered"))
    }
  }
}
