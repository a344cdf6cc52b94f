import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Faults while a job is waited for: a blip never ends the wait, and nothing makes it endless.
@Suite("Faults: waiting", .withAndWithoutJournal) struct PollFaultTests {
  @Test(
    "F15: a read that fails is absorbed",
    arguments: [
      ScriptedAnswer.failure(TransportError(.couldNotConnect, "refused", nothingSent: true)),
      .failure(TransportError(.closed, "reset")),
      .failure(TransportError(.couldNotResolve, "DNS", nothingSent: true)),
      .failure(TransportError(.timedOut, "time")), .never, .status(200),
      .json(#"{"request_id": "r-1", "sta"#),
    ])
  func blip(_ blip: ScriptedAnswer) throws {
    let fixture = try Fixture().takesJobs().status(
      blip.times(3), .state("in_progress"), .state("completed")
    ).result(blip.times(3), .done)
    let outcome = fixture.run()
    let what = blip.failure?.kind.rawValue ?? (blip.head == nil ? "silence" : "cut or empty body")
    note("F15 poll: \(what)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
  }

  @Test("F32, F34: a read without an end is aborted after 30 s, and absorbed")
  func endless() throws {
    let fixture = try Fixture().takesJobs().status(.never.times(2), .state("completed"))
      .result(.done)
    let outcome = fixture.run()
    note("F32 F34 answers that never end", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
    #expect((60...70).contains(fixture.world.now.components.seconds))
    let never = try Fixture().takesJobs().status(.never.always)
      .set { $0.timeout = .seconds(45) }
    #expect(never.run().word() == "timedOutBeforeFirstStatus + handle")
    #expect(never.world.now == .seconds(45))
  }

  @Test("F16: a server error or an HTML page is absorbed", arguments: [500, 502, 503, 504, 200])
  func serverError(_ status: Int) throws {
    let page = ScriptedAnswer.status(status, body: Array("<html>oops</html>".utf8))
    let fixture = try Fixture().takesJobs().status(page.times(4), .state("in_progress"))
      .result(page.times(4), .done)
    let outcome = fixture.run()
    note("F16 poll: \(status) with a page", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
  }

  static let waits: [(TransportHeaders, ClosedRange<Int>)] = [
    (["Retry-After": "30"], 30...32),
    (["Retry-After": "Fri, 15 Jan 2027 08:00:40 GMT"], 38...42),
    (["Retry-After": "Friday, 15-Jan-27 08:00:40 GMT"], 38...42),
    (["Retry-After": "Fri Jan 15 08:00:40 2027"], 38...42),
    (
      [
        "Retry-After": "Mon, 01 Jan 2024 00:01:00 GMT", "Date": "Mon, 01 Jan 2024 00:00:00 GMT",
      ], 60...62
    ),
    (["Retry-After": "Mon, 01 Jan 2001 00:00:00 GMT"], 0...3),
    (["Retry-After": "soon"], 0...3), (["Retry-After": "-5"], 0...3),
    (["Retry-After": "nan"], 0...3), (["Retry-After": ""], 0...3),
    (["Retry-After": "50", "Retry-After-Ms": "20000"], 20...22),
  ]

  @Test("F17: all forms of Retry-After are honored, and invalid ones ignored", arguments: waits)
  func retryAfter(_ headers: TransportHeaders, _ seconds: ClosedRange<Int>) throws {
    let fixture = try Fixture().takesJobs()
      .status(.status(429, headers: headers), .state("completed")).result(.done)
    let outcome = fixture.run()
    let lines = headers.map(\.description).joined(separator: ", ")
    note("F17 \(lines)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
    #expect(seconds.contains(Int(fixture.world.now.components.seconds)), "\(fixture.world.now)")
  }

  @Test("F17: a Retry-After beyond the timeout ends the wait immediately, with the time")
  func retryAfterExceedsTimeout() throws {
    for value in ["1000000000", "1e999", "Fri, 31 Dec 9999 23:59:59 GMT"] {
      let refusal = ScriptedAnswer.status(429, headers: ["Retry-After": value])
      let fixture = try Fixture().takesJobs().status(refusal.always)
      let outcome = fixture.run()
      note("F17 Retry-After: \(value)", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      #expect(outcome.word() == "retryAfterExceedsTimeout + handle")
      #expect(fixture.world.now < .seconds(2))
    }
  }

  @Test("F18: a thousand rate-limited jobs all finish")
  func storm() throws {
    let world = World(seed: 18)
    let service = SimulatedService(world: world, seed: 18)
    service.refusesReads(from: .seconds(60), until: .seconds(90))
    let client = try Fixture.client(world, service)
    let succeeded = Locked(0)
    _ = world.run {
      await client.batch(of: 1_000, maxConcurrent: 1_000) { outcome in
        if case .success = outcome.result { succeeded.withLock { $0 += 1 } }
      }
    }
    let before = service.reads(from: .seconds(55), until: .seconds(60))
    let during = service.reads(from: .seconds(80), until: .seconds(85))
    let after = service.reads(from: .seconds(125), until: .seconds(130))
    note(
      "F18 429 storm, 1000 jobs", posts: service.accepted,
      "success \(succeeded.withLock { $0 }); reads/s \(before / 5) → \(during / 5) → \(after / 5)")
    #expect(service.accepted == 1_000)
    #expect(succeeded.withLock { $0 } == 1_000)
    #expect(service.mostReadsInASecond <= 21)
    #expect(during * 4 <= before && after * 10 >= before * 9)
  }

  @Test("F19: a revoked token ends the wait, and a new one resumes it", arguments: [401, 403])
  func revoked(_ status: Int) throws {
    let fixture = try Fixture().takesJobs()
      .status(.state("in_queue"), .status(status), .state("completed")).result(.done)
    let outcome = fixture.run()
    note("F19 poll \(status)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    guard case .failure(let error)? = outcome, let handle = error.handle else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(outcome.word() == "refused + handle")
    let resumed = fixture.attempt { client throws(ModelError) in
      try await client.job(for: handle, of: Sketch.self).output()
    }
    #expect(resumed.word() == "success")
    #expect(fixture.posts == 1)
  }

  @Test("F20: a job may be unknown for ten seconds after its submission")
  func lag() throws {
    let lag = try Fixture().takesJobs().status(.status(404).times(4), .state("completed"))
      .result(.done)
    let outcome = lag.run()
    note("F20 404 right after the submission", posts: lag.posts, outcome.word())
    #expect(lag.posts == 1)
    #expect(outcome.word() == "success")
    let never = try Fixture().takesJobs().status(.status(404).always)
    let end = never.run()
    note("F20 404 for ever", posts: never.posts, end.word())
    #expect(end.word() == "jobUnknown + handle")
    #expect((10...15).contains(never.world.now.components.seconds))
  }

  @Test("F21: an expired job ends the wait immediately")
  func gone() throws {
    let expired = #"{"error_code": 404001, "error_message": "expired"}"#
    let later = try Fixture().takesJobs()
      .status(.state("in_queue"), .json(expired, status: 404).always)
    let outcome = later.run()
    note("F21 404001 later", posts: later.posts, outcome.word())
    #expect(later.posts == 1)
    #expect(outcome.word() == "jobUnknown + handle")
    let old = try Fixture().status(.json(expired, status: 404).always)
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    let end = old.attempt { client throws(ModelError) in
      try await client.job(for: handle, of: Sketch.self).output()
    }
    note("F21 404001 on a resumed id", posts: old.posts, end.word())
    #expect(end.word() == "jobUnknown + handle")
    #expect(old.reads.count == 1)
  }

  @Test("F22: a result that isn't available yet is read again, a few times")
  func lateResult() throws {
    for lagging in [ScriptedAnswer.status(404), .state("in_progress")] {
      let fixture = try Fixture().takesJobs().status(.state("completed"))
        .result(lagging.times(3), .done)
      let outcome = fixture.run()
      note("F22 result lags behind", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      #expect(outcome.word() == "success")
      let never = try Fixture().takesJobs().status(.state("completed")).result(lagging.always)
      let end = never.run()
      note("F22 result never comes", posts: never.posts, end.word())
      #expect(end.word() == "resultUnavailable + handle")
      #expect(never.reads.count < 10)
    }
  }
}
