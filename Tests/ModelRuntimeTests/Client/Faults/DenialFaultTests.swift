import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Answers that deny a job that is alive, or seem to.
@Suite("Faults: denials", .withAndWithoutJournal) struct DenialFaultTests {
  static let page = Array("<html>404 Not Found</html>".utf8)
  static let denials: [ScriptedAnswer] = [
    .status(404, body: page), .status(404), .json(#"{"detail": "Not Found"}"#, status: 404),
    .json(#"{"error_code": 404001, "error_message": "expired"}"#, status: 404),
    .json(#"{"error_message": "not ready"}"#, status: 409), .status(400, body: page),
    .json(#"{"error_code": 400001}"#), .status(405), .status(422, body: page),
  ]

  @Test("F50: a single denial of a known job is absorbed", arguments: denials)
  func one(_ denial: ScriptedAnswer) throws {
    let status = try Fixture().takesJobs()
      .status(.state("in_queue"), denial, .state("in_progress")).result(.done)
    let outcome = status.run()
    note("F50 /status denies once: \(denial.word)", posts: status.posts, outcome.word())
    #expect(outcome.word() == "success")
    let result = try Fixture().takesJobs()
      .status(.state("in_progress").times(2), .state("completed"))
      .result(denial, .done)
    let end = result.run()
    note("F50 /result denies once: \(denial.word)", posts: result.posts, end.word())
    #expect(end.word() == "success")
    #expect(status.posts == 1 && result.posts == 1)
  }

  @Test("F51: /status detects the end if /result refuses until then", arguments: denials)
  func resultRefuses(_ denial: ScriptedAnswer) throws {
    let fixture = try Fixture().takesJobs()
      .status(.state("in_progress").times(30), .state("completed"))
      .result(denial, .done)
    let outcome = fixture.run()
    note("F51 /result refuses: \(denial.word)", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "success")
    #expect(fixture.reads.filter { $0 == "result" }.count == 2)
  }

  @Test("F52: a job that /status denies repeatedly is unknown, and the error has its handle")
  func forever() throws {
    let page = ScriptedAnswer.status(404, body: Self.page)
    let fixture = try Fixture().takesJobs().status(.state("in_queue"), page.always)
      .result(page.always)
    let outcome = fixture.run()
    note("F52 404 pages after in_queue", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "jobUnknown + handle")
    #expect(fixture.reads == ["status"] + Array(repeating: "status", count: 5) + ["result"])
    #expect(fixture.world.now < .seconds(20))
  }

  @Test("F52: a job that only /result knows is waited for")
  func otherEndpoint() throws {
    let fixture = try Fixture().takesJobs().status(.status(404, body: Self.page).always)
      .result(.state("in_progress").times(3), .done)
    let outcome = fixture.run()
    note("F52 only /result knows the job", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "success")
  }

  @Test("F52: a new wait after such an end polls /status first")
  func again() throws {
    let fixture = try Fixture().takesJobs()
      .status(.state("in_queue"), ScriptedAnswer.status(404).times(5), .state("completed"))
      .result(.status(404), .done)
    let outcomes = fixture.attempt { client throws(ModelError) in
      let job = try await client.submit(Sketch())
      do throws(ModelError) {
        _ = try await job.output()
      } catch {
        guard case .jobUnknown = error.reason else { throw error }
      }
      return try await job.output()
    }
    #expect(outcomes.word() == "success")
  }

  @Test("F53: a bare 404 of a resumed job is verified, and an API error counts immediately")
  func resumed() throws {
    let bare = try Fixture().status(.status(404).times(2), .state("completed")).result(.done)
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    let outcome = bare.attempt { client throws(ModelError) in
      try await client.job(for: handle, of: Sketch.self).output()
    }
    note("F53 bare 404 on a resumed id", posts: bare.posts, outcome.word())
    #expect(outcome.word() == "success")
  }

  @Test(
    "F54: a refused token ends the wait immediately",
    arguments: [
      ScriptedAnswer.status(401, body: page), .status(403, body: page),
      .json(#"{"error_code": 400004}"#, status: 400),
    ])
  func credentials(_ answer: ScriptedAnswer) throws {
    let fixture = try Fixture().takesJobs().status(.state("in_progress"))
      .result(answer.always)
    let outcome = fixture.run()
    note("F54 \(answer.word)", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "refused + handle")
    #expect(fixture.reads.count == 2)
  }

  @Test("F55: a certificate that isn't trusted ends the wait immediately")
  func certificate() throws {
    let failure = ScriptedAnswer.failure(TransportError(.tls, "self-signed certificate"))
    let fixture = try Fixture().takesJobs().status(.state("in_queue"), failure.always)
    let outcome = fixture.run()
    note("F55 certificate", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "readFailed + handle")
    #expect(fixture.reads.count == 2)
    let look = try Fixture().status(failure.always)
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    let end = look.attempt { client throws(ModelError) in try await client.status(of: handle) }
    #expect(end.word() == "readFailed + handle" && look.reads.count == 1)
  }

  @Test("F56: an output that lags behind its success is read again", arguments: [1, 3])
  func lateOutput(_ times: Int) throws {
    for status in ["completed", "in_progress"] {
      let fixture = try Fixture().takesJobs().status(.state(status))
        .result(.state("succeeded").times(times), .done)
      let outcome = fixture.run()
      note("F56 output lags behind", posts: fixture.posts, outcome.word())
      #expect(outcome.word() == "success")
    }
    let never = try Fixture().takesJobs().status(.state("completed"))
      .result(.state("succeeded").always)
    #expect(never.run().word() == "emptyOutput + handle")
    #expect(never.reads.count < 10)
  }

  @Test("An invalid cost is nil", arguments: ["1e400", "-1", #""free""#])
  func cost(_ cost: String) throws {
    let json = try JSONValue(parsing: Array(#"{"status": "succeeded", "cost": \#(cost)}"#.utf8))
    #expect(JobRecord(json).cost == nil)
  }
}

extension ScriptedAnswer {
  var word: String {
    "\(head?.status ?? 0) \(String(decoding: body.prefix(30), as: UTF8.self))"
  }
}
