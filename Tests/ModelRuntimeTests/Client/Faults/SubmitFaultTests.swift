import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Faults while a job is submitted: never a second job, never a lost one.
@Suite("Faults: submitting", .withAndWithoutJournal) struct SubmitFaultTests {
  static let lost = TransportError(.closed, "reset")
  static func unsent(_ kind: TransportError.Kind) -> TransportError {
    TransportError(kind, "\(kind)", nothingSent: true)
  }

  @Test(
    "F1: a request that wasn't sent is retried, and reported as not sent",
    arguments: [TransportError.Kind.couldNotResolve, .couldNotConnect, .timedOut])
  func neverLeft(_ kind: TransportError.Kind) throws {
    let fixture = try Fixture().on("*", .failure(Self.unsent(kind)).always)
    let outcome = fixture.run()
    note("F1 \(kind) before any byte left", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 3)
    guard case .failure(let error)? = outcome, case .notSent = error.reason else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(error.handle == nil)
  }

  @Test("F1: the second attempt counts if nothing of the first was sent")
  func secondTry() throws {
    let fixture = try Fixture().on("*", .failure(Self.unsent(.couldNotConnect)))
      .takesJobs().status(.state("completed")).result(.done)
    let outcome = fixture.run()
    note("F1 refused once, then taken", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 2)
    #expect(outcome.word() == "success")
  }

  @Test("F2: a certificate that isn't trusted is never retried")
  func tls() throws {
    let fixture = try Fixture().on("*", .failure(Self.unsent(.tls)).always)
    let outcome = fixture.run()
    note("F2 TLS failure", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "notSent")
    #expect(fixture.transport.requests.allSatisfy { $0.url.hasPrefix("https://") })
  }

  @Test("F3: a connection that fails after the request was sent isn't retried")
  func broken() throws {
    let fixture = try Fixture().on("*", .failure(Self.lost).always)
    let outcome = fixture.run()
    note("F3 reset after the body was sent", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "submissionUnknown")
  }

  @Test("F4: a submission that times out isn't retried")
  func timesOut() throws {
    let fixture = try Fixture().on("*", .never.always)
    let outcome = fixture.run()
    note("F4 no answer within 100 s", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "submissionUnknown")
    #expect(fixture.world.now == .seconds(100))
  }

  @Test(
    "F5: a success without a valid ID is an unknown submission with an excerpt",
    arguments: [
      "<html>hello</html>", "", "[]", "{}", #"{"request_id": 5.5}"#, #"{"request_id": "a/../b"}"#,
      #"{"request_id": ""}"#, "{\"request_id\": null}", #"{"request_id": "#,
    ])
  func unusableAnswer(_ body: String) throws {
    let fixture = try Fixture().on("*", .status(200, body: Array(body.utf8)).always)
    let outcome = fixture.run()
    note("F5 200 with \(body.isEmpty ? "nothing" : body)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    guard case .failure(let error)? = outcome,
      case .submissionUnknown(.invalidResponse(200, let excerpt)) = error.reason
    else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(excerpt == body)
    #expect(error.handle == nil)
  }

  @Test("F5: an ID in a truncated response is kept")
  func cutAnswer() throws {
    let cut = Array(#"{"request_id": "r-1", "status_u"#.utf8)
    for answer in [
      ScriptedAnswer.status(200, body: cut), .status(200, body: cut).then(Self.lost),
    ] {
      let fixture = try Fixture().on("*", answer.always)
      let outcome = fixture.run()
      note("F5 cut after the id", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      guard case .failure(let error)? = outcome, case .submissionUnknown = error.reason else {
        Issue.record("\(outcome.word())")
        return
      }
      #expect(error.handle?.jobID == "r-1")
    }
  }

  @Test("F6: a 429 is retried after the time in its header")
  func tooMany() throws {
    let refusal = ScriptedAnswer.status(429, headers: ["Retry-After": "7"])
    let fixture = try Fixture().on("*", refusal.times(2)).takesJobs()
      .status(.state("completed")).result(.done)
    let outcome = fixture.run()
    note("F6 429 twice, then taken", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 3)
    #expect(outcome.word() == "success")
    #expect(fixture.world.now >= .seconds(14))
  }

  @Test("F6: a 429 beyond the timeout ends immediately")
  func tooManyForTooLong() throws {
    let refusal = ScriptedAnswer.status(429, headers: ["Retry-After": "99999"])
    let fixture = try Fixture().on("*", refusal.always)
    let outcome = fixture.run()
    note("F6 429 for longer than the deadline", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "refused")
    #expect(fixture.world.now < .seconds(1))
  }

  @Test(
    "F7: a server error makes the outcome unknown", arguments: [500, 502, 503, 504, 408])
  func serverError(_ status: Int) throws {
    let answer = ScriptedAnswer.status(status, headers: ["Retry-After": "1"])
    let fixture = try Fixture().on("*", answer.always)
    let outcome = fixture.run()
    note("F7 submit \(status)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "submissionUnknown")
  }

  @Test(
    "F8: a refusal is final, and its fields are read",
    arguments: [
      (400, ServiceError.Category.invalidRequest), (401, .unauthorized),
      (402, .insufficientFunds), (403, .forbidden), (404, .notFound), (422, .invalidRequest),
    ])
  func refused(_ status: Int, _ category: ServiceError.Category) throws {
    let body =
      #"{"detail": [{"loc": ["body", "image_urls", 1], "msg": "too large", "type": "x"}]}"#
    let fixture = try Fixture().on("*", .json(body, status: status).always)
    let outcome = fixture.run()
    note("F8 submit \(status)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    guard case .failure(let error)? = outcome, case .refused(let service) = error.reason else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(service.category == category)
    #expect(service.fields.map(\.description) == ["image_urls.1: too large"])
  }

  @Test("F9: 200 with an error code is that error, on every verb")
  func errorCodeOn200() throws {
    let error = #"{"error_code": 400002, "error_message": "no balance"}"#
    let submit = try Fixture().on("*", .json(error).always)
    let refusal = submit.run()
    note("F9 submit 200 with error_code", posts: submit.posts, refusal.word())
    #expect(submit.posts == 1)
    guard case .failure(let failure)? = refusal, case .refused(let service) = failure.reason
    else {
      Issue.record("not refused")
      return
    }
    #expect(service.category == .insufficientFunds && service.message == "no balance")
    let poll = try Fixture().takesJobs().status(.json(error).always)
    let outcome = poll.run()
    note("F9 poll 200 with error_code", posts: poll.posts, outcome.word())
    #expect(poll.posts == 1)
    #expect(outcome.word() == "refused + handle")
    let cancel = try Fixture().takesJobs().on("*/cancel", .json(error).always)
    let answer = cancel.attempt { client throws(ModelError) in
      try await client.submit(Sketch()).cancel()
    }
    note("F9 cancel 200 with error_code", posts: cancel.posts, answer.word())
    #expect(answer.word() == "refused + handle")
  }
}
