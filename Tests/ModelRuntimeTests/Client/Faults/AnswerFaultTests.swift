import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Responses that are unusual, wrong or for another job.
@Suite("Faults: responses", .withAndWithoutJournal) struct AnswerFaultTests {
  @Test(
    "F23: a success without an output is an error",
    arguments: [
      "", #", "output": null"#, #", "output": []"#, #", "output": {}"#, #", "output": """#,
      #", "output": {"images": []}"#,
    ])
  func nothingMade(_ output: String) throws {
    let fixture = try Fixture().takesJobs().status(.state("completed"))
      .result(.state("succeeded", output).always)
    let outcome = fixture.run()
    note("F23 succeeded\(output)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "emptyOutput + handle")
  }

  @Test(
    "F24: an unknown status is reported, and the wait continues",
    arguments: [#""status": "dreaming""#, #""status": 7"#, #""status": null"#, #""x": 1"#])
  func unknownStatus(_ member: String) throws {
    let odd = ScriptedAnswer.json("{\(member)}")
    let fixture = try Fixture().takesJobs().status(odd.times(3), .state("Completed"))
      .result(odd.times(2), .done)
    let outcome = fixture.run()
    note("F24 \(member)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
    let never = try Fixture().takesJobs().status(odd.always)
    guard case .failure(let error)? = never.run(), case .timedOut(let update) = error.reason
    else {
      Issue.record("no deadline")
      return
    }
    #expect(update.status == .unknown(member.contains("dreaming") ? "dreaming" : ""))
    #expect(never.world.now == .seconds(1_800))
  }

  @Test("F25: an earlier status is reported, and the first final one counts")
  func regress() throws {
    let fixture = try Fixture().takesJobs().status(
      .state("in_queue", #", "queue_position": 1"#), .state("in_progress"),
      .state("in_queue", #", "queue_position": 9"#), .state("in_progress")
    ).result(.state("in_queue"), .state("in_progress"), .done, .state("failed"))
    let updates = fixture.attempt { client throws(ModelError) in
      let job = try await client.submit(Sketch())
      var seen: [String] = []
      var iterator = job.updates().makeAsyncIterator()
      while let update = try await iterator.next() {
        seen.append("\(update.status)\(update.queuePosition.map { " \($0)" } ?? "")")
      }
      _ = try await job.output()
      return seen + [try await job.output().image?.absoluteString ?? ""]
    }
    note("F25 regress", posts: fixture.posts, updates.word())
    #expect(fixture.posts == 1)
    #expect(
      try updates?.get() == [
        "in queue 1", "in progress", "in queue", "in queue 9", "in progress", "in progress",
        "succeeded", "https://f.runcomfy.net/1.png",
      ])
  }

  @Test(
    "F26: all spellings of a final status are recognized",
    arguments: [
      ("FAILED", "jobFailed + handle"), ("error", "jobFailed + handle"),
      ("canceled", "jobCancelled + handle"), ("Cancelled", "jobCancelled + handle"),
      ("success", "success"), ("completed", "success"),
    ])
  func synonyms(_ word: String, _ expected: String) throws {
    let result = ScriptedAnswer.state(word, #", "output": "https://x/y.png", "error": "why""#)
    let fixture = try Fixture().takesJobs().status(.state(word)).result(result)
    let outcome = fixture.run()
    note("F26 \(word)", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == expected)
    if case .failure(let error)? = outcome, case .jobFailed(let record) = error.reason {
      #expect(record.failure == "why")
    }
  }

  @Test("F26: a failure counts even without a result")
  func failureWithoutResult() throws {
    let fixture = try Fixture().takesJobs().status(.state("failed"))
      .result(.state("in_progress").always)
    let outcome = fixture.run()
    note("F26 failed, result never comes", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "jobFailed + handle")
  }

  @Test("F27: a response for another job or model is an error")
  func mismatch() throws {
    for other in [
      #"{"request_id": "r-2", "status": "succeeded", "output": "https://x/1.png"}"#,
      #"{"request_id": "r-1", "model_id": "a/b", "status": "succeeded", "output": "https://x"}"#,
    ] {
      let fixture = try Fixture().takesJobs().status(.state("in_progress"))
        .result(.json(other).always)
      let outcome = fixture.run()
      note("F27 another job's answer", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      #expect(outcome.word() == "unexpectedJob + handle")
    }
  }

  @Test("F28: URLs in responses are never followed")
  func addresses() throws {
    let urls = #""status_url": "http://u:p@evil.example\\@x:81/s", "result_url": "//evil.example""#
    let fixture = try Fixture().on("/v1/models/*", .json(#"{"request_id": "r-1", \#(urls)}"#))
      .status(.state("completed", ", " + urls)).result(.done)
    let outcome = fixture.run()
    note("F28 status_url elsewhere", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
    let base = "https://model-api.runcomfy.net/v1/"
    #expect(fixture.transport.requests.allSatisfy { $0.url.hasPrefix(base) })
  }

  @Test("F29: a redirect is an error, and is not followed", arguments: [301, 302, 303, 307, 308])
  func redirects(_ status: Int) throws {
    let away = ScriptedAnswer.status(status, headers: ["Location": "//evil.example/"])
    let submit = try Fixture().on("*", away.always)
    let outcome = submit.run()
    note("F29 submit \(status)", posts: submit.posts, outcome.word())
    #expect(submit.posts == 1 && submit.transport.requests.count == 1)
    guard case .failure(let error)? = outcome,
      case .submissionUnknown(.service(let service)) = error.reason
    else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(service.category == .redirect && error.handle == nil)
    let poll = try Fixture().takesJobs().status(away.always)
    let end = poll.run()
    note("F29 poll \(status)", posts: poll.posts, end.word())
    #expect(end.word() == "refused + handle")
    #expect(poll.transport.requests.count == 2)
  }

  @Test(
    "F30: an ID that would change the URL is rejected",
    arguments: ["a/b", "..", "a?b", "", "a b", "é", String(repeating: "a", count: 10_000)])
  func ids(_ id: String) throws {
    #expect(JobHandle(jobID: id, modelID: "a/b") == nil)
    let fixture = try Fixture().on("*", .json(#"{"request_id": "\#(id)"}"#).always)
    let outcome = fixture.run()
    note("F30 request_id \(id.prefix(12))", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1 && fixture.transport.requests.count == 1)
    #expect(outcome.word() == "submissionUnknown")
  }

  @Test(
    "F31: malformed responses are absorbed, and the wait continues",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      "{\"status\": NaN}", "{\"status\": \"a\u{0}b\"}", "\u{FEFF}", "{\"a\" 1}",
    ])
  func hostile(_ body: String) throws {
    let answer = ScriptedAnswer.status(200, body: Array(body.utf8))
    let fixture = try Fixture().takesJobs().status(answer, .state("completed"))
      .result(answer, .done)
    let outcome = fixture.run()
    note("F31 \(body.prefix(10).debugDescription) …", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "success")
  }

  @Test("F31: duplicate keys, huge numbers, broken UTF-8 and a byte order mark are read")
  func oddButReadable() throws {
    let odd =
      "\u{FEFF}{\"status\": \"in_queue\", \"status\": \"in_progress\", \"queue_position\": 1e400}"
    let head = Array("{\"request_id\": \"r-1\", \"status\": \"".utf8)
    let broken = head + [0xFF, 0xC0] + Array("\"}".utf8)
    let fixture = try Fixture().takesJobs()
      .status(.status(200, body: Array(odd.utf8)))
      .result(.status(200, body: broken), .done)
    let outcome = fixture.run()
    note("F31 duplicate keys, 1e400, broken UTF-8", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "success")
  }

  @Test(
    "F31: invalid Unicode never hides a job or a result",
    arguments: [Array(#"\ud83d"#.utf8), Array(#"\udc00\ud800"#.utf8), [0xFF], [0xED, 0xA0, 0x80]])
  func careless(_ odd: [UInt8]) throws {
    func answer(_ head: String) -> ScriptedAnswer {
      .status(200, body: Array("{\(head), \"note\": \"".utf8) + odd + Array("\"}".utf8))
    }
    let fixture = try Fixture()
    fixture.transport.on(.post, "/v1/models/*", answer(#""request_id": "r-1""#))
    let output = #""output": {"image": "https://f.runcomfy.net/1.png"}"#
    _ = fixture.status(answer(#""status": "completed""#))
      .result(answer(#""status": "succeeded", \#(output)"#))
    let outcome = fixture.run()
    note("F31 careless with Unicode", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(try outcome?.get().image?.absoluteString == "https://f.runcomfy.net/1.png")
  }

  @Test("F31: a response that is too large ends the wait with a typed error")
  func tooLarge() throws {
    let huge = ScriptedAnswer.status(200, body: [UInt8](repeating: 32, count: (8 << 20) + 1))
    let fixture = try Fixture().takesJobs().status(huge.always)
    let outcome = fixture.run()
    note("F31 8 MiB and a byte", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "invalidResponse + handle")
  }
}
