import Foundation
import ModelTransport
import Testing

@testable import ModelRuntime

/// The ordinary way of a job.
@Suite("Running requests") struct RunTests {
  @Test("A run submits once, and polls /status in the queue and /result while running")
  func ordinary() throws {
    let fixture = try Fixture().takesJobs()
      .status(.state("in_queue", #", "queue_position": 2"#), .state("IN_PROGRESS"))
      .result(.state("in_progress").times(2), .done)
    #expect(try fixture.run()?.get().image?.absoluteString == "https://f.runcomfy.net/1.png")
    #expect(fixture.posts == 1)
    #expect(fixture.reads == ["status", "status", "result", "result", "result"])
    let post = try #require(fixture.transport.requests.first)
    #expect(post.url == "https://model-api.runcomfy.net/v1/models/acme/sketch%201.0/draw")
    #expect(post.body == Array(#"{"prompt":"a boat"}"#.utf8))
    #expect(post.headers["authorization"] == "Bearer \(Fixture.token)")
    #expect(post.freshConnection)
  }

  @Test("An invalid request isn't sent unless the policy allows the rules")
  func validation() throws {
    let long = Sketch(String(repeating: "a", count: 21))
    let strict = try Fixture().takesJobs()
    guard case .failure(let error)? = strict.run(long),
      case .invalidRequest(let invalid) = error.reason
    else {
      Issue.record("sent")
      return
    }
    #expect(strict.transport.requests.isEmpty)
    #expect("\(error)" == "\(invalid)" && "\(error)".contains("1 problem"))
    for policy in [ValidationPolicy.off, .allowing(.maxLength, .pattern)] {
      let fixture = try Fixture().takesJobs().status(.state("completed")).result(.done)
        .set { $0.validation = policy }
      #expect(fixture.run(long).word() == "success")
    }
    let other = try Fixture().takesJobs().set { $0.validation = .allowing(.minLength) }
    #expect(other.run(long).word() == "invalidRequest")
  }

  @Test("A stored handle has no secret and can be resumed")
  func resume() throws {
    let first = try Fixture().takesJobs()
    let handle = try #require(
      try first.attempt { client throws(ModelError) in try await client.submit(Sketch()).handle }?
        .get())
    let stored = try JSONEncoder().encode(handle)
    #expect(!String(decoding: stored, as: UTF8.self).contains(Fixture.token))
    let loaded = try JSONDecoder().decode(JobHandle.self, from: stored)
    #expect(loaded == handle && loaded.jobID == "r-1" && loaded.modelID == Sketch.modelID)
    #expect(throws: DecodingError.self) {
      let forged = String(decoding: stored, as: UTF8.self).replacing("r-1", with: "../x")
      _ = try JSONDecoder().decode(JobHandle.self, from: Data(forged.utf8))
    }
    let second = try Fixture().status(.state("completed")).result(.done)
    let outcome = second.attempt { client throws(ModelError) in
      try await client.job(for: loaded, of: Sketch.self).output()
    }
    #expect(outcome.word() == "success")
    #expect(second.posts == 0)
  }

  @Test("A result has cost and dates, and a finished job isn't polled again")
  func result() throws {
    let times = #", "created_at": "2026-11-20T10:00:00.5+01:00", "finished_at": "soon""#
    let more = #", "output": "https://x/1.png", "cost": 0.25"# + times
    let fixture = try Fixture().takesJobs().status(.state("completed"))
      .result(.state("succeeded", more))
    let result = try #require(
      try fixture.attempt { client throws(ModelError) in
        let job = try await client.submit(Sketch())
        _ = try await job.result()
        return try await job.result()
      }?.get())
    #expect(result.cost == 0.25 && result.createdAt?.timeIntervalSince1970 == 1_795_165_200.5)
    #expect(result.finishedAt == nil && result.record.json["finished_at"] == "soon")
    #expect(result.output.files.map(\.absoluteString) == ["https://x/1.png"])
    #expect(fixture.reads.count == 2)
    #expect(fixture.transport.requests.last?.url.hasSuffix("?include_cost=true") == true)
  }

  @Test("A model without bindings runs with an ID and a JSON body")
  func dynamic() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_progress")).result(.done)
    let request = DynamicRequest(modelID: "minimax/Hailuo Video", body: ["a": [1, 2.5, "é"]])
    let outcome = fixture.attempt { client throws(ModelError) in try await client.run(request) }
    #expect(outcome.word() == "success")
    let post = try #require(fixture.transport.requests.first)
    #expect(post.url.hasSuffix("/v1/models/minimax/Hailuo%20Video"))
    #expect(post.body == Array(#"{"a":[1,2.5,"é"]}"#.utf8))
    for id in ["", "a//b", "../requests/x", "a/./b", "/a", "a/"] {
      let odd = DynamicRequest(modelID: ModelID(rawValue: id), body: [:])
      let refused = fixture.attempt { client throws(ModelError) in try await client.run(odd) }
      #expect(refused.word() == "invalidModelID")
    }
    #expect(fixture.posts == 1)
  }

  @Test("Reading the status doesn't wait, and retries failed reads")
  func singleReads() throws {
    let fixture = try Fixture().status(.status(502).times(2), .state("in_queue"))
      .result(.state("in_progress"))
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    let looks = fixture.attempt { client throws(ModelError) in
      let status = try await client.status(of: handle)
      return [status.status, try await client.result(of: handle).status]
    }
    #expect(try looks?.get() == [.inQueue, .inProgress])
    let failing = try Fixture().status(.status(502).always)
    let outcome = failing.attempt { client throws(ModelError) in try await client.status(of: handle)
    }
    #expect(outcome.word() == "readFailed + handle")
    #expect(failing.reads.count == 4)
  }

  @Test("Options given to a call count for that call only")
  func perCall() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_queue").always)
    let outcome = fixture.attempt { client throws(ModelError) in
      var options = client.options
      options.timeout = .seconds(9)
      options.polling = .every(.seconds(2))
      return try await client.run(Sketch(), options: options)
    }
    #expect(outcome.word() == "timedOut + handle")
    #expect(fixture.world.now == .seconds(9))
    #expect(fixture.reads.count == 4)
    #expect(fixture.client.options == CallOptions())
  }

  @Test("All calls of a client together keep the rate limit")
  func ceiling() throws {
    let fixture = try Fixture(requestsPerSecond: 2).status(.state("in_queue").always)
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    let client = fixture.client
    _ = fixture.world.run {
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<21 { group.addTask { _ = try? await client.status(of: handle) } }
      }
    }
    #expect(fixture.world.now == .seconds(10))
  }
}
