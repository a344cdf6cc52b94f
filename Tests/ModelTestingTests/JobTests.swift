import ModelCore
import Testing

@testable import ModelTesting

/// The life of a job, as a client sees it.
@Suite("Jobs of the mock service") struct JobTests {
  @Test("A submission is answered with the id and the three addresses")
  func submission() throws {
    let fixture = try Fixture()
    let outcome = try fixture.submit()
    let id = try #require(outcome.json["request_id"]?.string)
    #expect(outcome.status == 200 && id.count == 36)
    #expect(id.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...102).contains($0) })
    for call in ["status", "result", "cancel"] {
      #expect(
        outcome.json["\(call)_url"]?.string
          == "\(fixture.service.baseURL)/v1/requests/\(id)/\(call)")
    }
    #expect(outcome.json.object?.count == 4)
    #expect(fixture.service.submissions.map(\.requestID) == [id])
    #expect(fixture.service.submissions.first?.modelID == "acme/sketch 1.0/draw")
    #expect(fixture.service.submissions.first?.body == ["prompt": "a boat"])
  }

  @Test("The position counts down, then the job runs, then it is completed; only the queue has one")
  func course() throws {
    let fixture = try Fixture()
    let id = try fixture.job()
    var seen: [String] = []
    for _ in 0..<9 {
      let json = try fixture.status(id).json
      let position = json["queue_position"]?.int.map { " \($0)" } ?? ""
      seen.append((json["status"]?.string ?? "") + position)
      fixture.time.pass(.milliseconds(200))
    }
    let running = [String](repeating: "in_progress", count: 5)
    #expect(seen == ["in_queue 3", "in_queue 2", "in_queue 1"] + running + ["completed"])
  }

  @Test("The result gives the state before the end, and output, dates and cost after it")
  func result() throws {
    let fixture = try Fixture()
    let id = try fixture.job()
    let early = try fixture.result(id, "?include_cost=true")
    #expect(early.status == 200 && early.json["status"]?.string == "in_queue")
    #expect(early.json["output"] == nil && early.json["cost"] == nil)
    #expect(early.json["finished_at"] == nil)
    fixture.time.pass(.seconds(2))
    let late = try fixture.result(id).json
    #expect(late["status"]?.string == "succeeded" && late["request_id"]?.string == id)
    #expect(late["model_id"]?.string == "acme/sketch 1.0/draw" && late["cost"] == nil)
    let image = "\(fixture.service.baseURL)/outputs/\(id)/image-1.png"
    #expect(late["output"] == ["image": .string(image)])
    let dates = [late["created_at"], late["finished_at"]].map { $0?.string ?? "" }
    #expect(dates.allSatisfy { $0.count == 20 && $0.hasSuffix("Z") } && dates[0] < dates[1])
    #expect(try fixture.result(id, "?include_cost=true").json["cost"]?.double == 0.04)
  }

  @Test("A job that fails is completed by its status and failed by its result, in the given words")
  func failure() throws {
    let error: JSONValue = ["message": "out of memory", "retryable": true]
    let fixture = try Fixture(pace: .instant) { $0.outcome = { _ in .failed(error) } }
    let id = try fixture.job()
    #expect(try fixture.status(id).json["status"]?.string == "completed")
    let result = try fixture.result(id)
    #expect(result.status == 200 && result.json["status"]?.string == "failed")
    #expect(result.json["error"] == error && result.json["output"] == nil)
    #expect(
      try fixture.download("\(fixture.service.baseURL)/outputs/\(id)/image-1.png").status == 404)
  }

  @Test("Only a queued job is cancelled; one that runs or has ended is not, and still a success")
  func cancellation() throws {
    let fixture = try Fixture()
    let (queued, running) = (try fixture.job(), try fixture.job())
    let cancelled = try fixture.cancel(queued)
    #expect(cancelled.status == 202 && cancelled.json["outcome"]?.string == "cancelled")
    #expect(cancelled.json["status"]?.string == "cancelled")
    fixture.time.pass(.seconds(1))
    let late = try fixture.cancel(running)
    #expect(late.status == 202 && late.json["outcome"]?.string == "not_cancellable")
    #expect(late.json["status"]?.string == "in_progress")
    fixture.time.pass(.seconds(1))
    #expect(try fixture.cancel(running).json["status"]?.string == "completed")
    #expect(try fixture.cancel(queued).json["outcome"]?.string == "not_cancellable")
    #expect(try fixture.result(queued).json["status"]?.string == "cancelled")
    #expect(try fixture.result(queued).json["output"] == nil)
    #expect(try fixture.status(queued).json["status"]?.string == "cancelled")
  }

  @Test("A result and its files expire")
  func expiry() throws {
    var pace = Pace.instant
    pace.retention = .seconds(60)
    let fixture = try Fixture(pace: pace)
    let id = try fixture.job()
    let url = try #require(try fixture.result(id).json["output"]?["image"]?.string)
    fixture.time.pass(.seconds(59))
    #expect(try fixture.result(id).status == 200)
    #expect(try fixture.download(url).status == 200)
    fixture.time.pass(.seconds(1))
    for outcome in [try fixture.status(id), try fixture.result(id), try fixture.cancel(id)] {
      #expect(outcome.status == 404 && outcome.code == 404_001)
    }
    #expect(try fixture.download(url).status == 404)
  }

  @Test("Finished jobs are removed for new ones; if none is finished, a submission is refused")
  func room() throws {
    let fixture = try Fixture { $0.jobLimit = 2 }
    let first = try fixture.job()
    fixture.time.pass(.seconds(1))
    let second = try fixture.job()
    let refused = try fixture.submit()
    #expect(refused.status == 429 && refused.answer["retry-after"] == "1")
    fixture.time.pass(.seconds(1))
    let third = try fixture.job()
    #expect(try fixture.status(first).status == 404)
    #expect(try fixture.status(second).status == 200)
    #expect(try fixture.status(third).status == 200)
    #expect(fixture.service.submissionCount == 3)
  }

  @Test("Dates are right across leap days and ends of years")
  func dates() {
    let dates = [
      0: "1970-01-01T00:00:00Z", 951_782_399: "2000-02-28T23:59:59Z",
      951_827_696: "2000-02-29T12:34:56Z", 1_709_251_200: "2024-03-01T00:00:00Z",
      1_798_761_599: "2026-12-31T23:59:59Z", 4_107_542_400: "2100-03-01T00:00:00Z",
    ]
    for (seconds, text) in dates { #expect(Timestamp.text(secondsSince1970: seconds) == text) }
  }
}
