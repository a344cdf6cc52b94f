import Foundation
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Tests of waits that end by timeout, by cancellation, or by both.
@Suite("Faults: ending", .withAndWithoutJournal) struct EndingFaultTests {
  @Test("F36: changing the system's date affects no timeout and no poll")
  func timeOfDay() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_progress"))
      .result(.state("in_progress").always).set { $0.timeout = .seconds(100) }
    let world = fixture.world
    var environment = ClientEnvironment(
      clock: VirtualClock(world: world), random: { 0.5 },
      date: {
        Date(
          timeIntervalSince1970: world.now > .seconds(30) ? -3_600 : 7_200 + world.now.inSeconds)
      },
      variable: { _ in nil })
    environment.inBackground = { work in world.start(work) }
    let client = try ModelClient(
      token: Fixture.token, options: fixture.client.options, transport: fixture.transport,
      environment: environment)
    let outcome = world.run {
      do throws(ModelError) {
        return Result<MediaOutput, ModelError>.success(try await client.run(Sketch()))
      } catch {
        return .failure(error)
      }
    }
    note("F36 clock set back 2 h", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "timedOut + handle")
    #expect(world.now == .seconds(100))
  }

  /// Cancels the run when the service has seen so many requests.
  private func cancelled(
    _ fixture: Fixture, after requests: Int
  ) -> (Result<MediaOutput, ModelError>?, late: Duration) {
    let (client, world, transport) = (fixture.client, fixture.world, fixture.transport)
    let moment = Locked(Duration.zero)
    let outcome = world.run {
      await withTaskGroup(of: Result<MediaOutput, ModelError>?.self) { group in
        group.addTask {
          do throws(ModelError) {
            return .success(try await client.run(Sketch()))
          } catch {
            return .failure(error)
          }
        }
        if requests > 0 {
          await transport.waitForRequests(requests)
          try? await VirtualClock(world: world).sleep(for: .milliseconds(200))
        }
        moment.withLock { $0 = world.now }
        group.cancelAll()
        let ended = await group.next() ?? nil
        return (ended, world.now - moment.withLock { $0 })
      }
    }
    return outcome ?? (nil, .zero)
  }

  @Test("F37: a call that is cancelled before it begins sends nothing")
  func beforeSubmit() throws {
    let fixture = try Fixture(seed: 3).takesJobs()
    let (outcome, late) = cancelled(fixture, after: 0)
    note("F37 cancelled before the submission", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 0)
    #expect(outcome.word() == "cancelled" && late == .zero)
  }

  @Test("F37: a call that is cancelled during the submission has an unknown outcome")
  func duringSubmit() throws {
    let fixture = try Fixture().on("*", .json(Fixture.submitted).after(.seconds(5)))
    let (outcome, late) = cancelled(fixture, after: 1)
    note("F37 cancelled during the submission", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "submissionUnknown" && late == .zero)
  }

  @Test("F37: a wait that is cancelled ends immediately and cancels the job")
  func later() throws {
    for slow in [Duration.zero, .seconds(20)] {
      let fixture = try Fixture().takesJobs().status(.state("in_queue").after(slow).always)
        .on("*/cancel", .json(#"{"outcome": "cancelled"}"#).after(.seconds(2)))
      let (outcome, late) = cancelled(fixture, after: 2)
      let what = slow == .zero ? "the sleep" : "a poll"
      note("F37 cancelled during \(what)", posts: fixture.posts, outcome.word())
      #expect(fixture.posts == 1)
      #expect(outcome.word() == "cancelled + handle" && late == .zero)
      #expect(fixture.transport.requests.filter { $0.url.hasSuffix("/r-1/cancel") }.count == 1)
    }
  }

  @Test("F37: the policy decides whether the job is cancelled")
  func policy() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_queue").always)
      .set { $0.cancellationPolicy = .leaveRunning }
    let (outcome, _) = cancelled(fixture, after: 3)
    note("F37 cancelled, job left running", posts: fixture.posts, outcome.word())
    #expect(outcome.word() == "cancelled + handle")
    #expect(fixture.transport.requests.allSatisfy { !$0.url.hasSuffix("/cancel") })
  }

  static let answers: [(ScriptedAnswer, ScriptedAnswer, String)] = [
    (.json(#"{"status": "completed", "outcome": "cancelled"}"#, status: 202), .done, "cancelled"),
    (.json(#"{"outcome": "not_cancellable"}"#), .done, "alreadyFinished"),
    (.json(#"{"outcome": "not_cancellable"}"#), .state("in_progress"), "notCancellable"),
    (.json(#"{"outcome": "not_cancellable"}"#), .state("cancelled"), "cancelled"),
    (.json(#"{"outcome": "perhaps"}"#), .done, "unknown"),
    (.status(500).always, .done, "unknown"), (.never.always, .done, "unknown"),
    (.failure(TransportError(.closed, "reset")).always, .done, "unknown"),
    (.status(429, headers: ["Retry-After": "60"]).always, .done, "unknown"),
  ]

  @Test("F38, F39: cancelling reports the outcome within 5 s", arguments: answers)
  func cancelOutcome(
    _ cancel: ScriptedAnswer, _ result: ScriptedAnswer, _ expected: String
  ) throws {
    let fixture = try Fixture().takesJobs().on("*/cancel", cancel).result(result)
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.submit(Sketch()).cancel()
    }
    let word = String("\(try #require(try outcome?.get()))".prefix { $0 != "(" })
    note("F38 F39 cancel, in truth \(expected)", posts: fixture.posts, word)
    #expect(fixture.posts == 1)
    #expect(word == expected)
    #expect(fixture.world.now <= .seconds(5.1))
    if case .alreadyFinished(let record)? = try outcome?.get() {
      #expect(record.output?["image"] == "https://f.runcomfy.net/1.png")
    }
  }

  @Test("F40: the timeout ends a wait on time while polls succeed")
  func deadlineDuringPolls() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_progress"))
      .result(.state("in_progress").after(.seconds(3)).always)
      .set { $0.timeout = .seconds(77) }
    let outcome = fixture.run()
    note("F40 deadline while polls succeed", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    #expect(outcome.word() == "timedOut + handle")
    #expect(fixture.world.now == .seconds(77))
  }

  @Test("F41: a timeout without a successful read reports the last problem")
  func neverRead() throws {
    let fixture = try Fixture().takesJobs().status(.status(503).always)
      .set { $0.timeout = .seconds(60) }
    let outcome = fixture.run()
    note("F41 no poll ever succeeded", posts: fixture.posts, outcome.word())
    #expect(fixture.posts == 1)
    guard case .failure(let error)? = outcome,
      case .timedOutBeforeFirstStatus(.service(let service)?) = error.reason
    else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(service.status == 503 && error.handle?.jobID == "r-1")
    #expect(fixture.world.now == .seconds(60))
  }

  @Test("F42: a slow reader receives the newest update, and a released one stops the polls")
  func slowReader() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_queue").always)
    let (client, world) = (fixture.client, fixture.world)
    let reads = world.run { () -> [Int64] in
      guard let job = try? await client.submit(Sketch()) else { return [0] }
      var iterator = job.updates().makeAsyncIterator()
      var elapsed: [Int64] = []
      for _ in 0..<3 {
        elapsed.append((try? await iterator.next())?.elapsed.components.seconds ?? -1)
        try? await VirtualClock(world: world).sleep(for: .seconds(100))
      }
      return elapsed
    }
    note("F42 slow reader, then none", posts: fixture.posts, "\(fixture.reads.count) polls")
    #expect(fixture.posts == 1)
    #expect(reads == [0, 100, 200])
    #expect(fixture.reads.count == 3)
    #expect(fixture.transport.requests.allSatisfy { !$0.url.hasSuffix("/cancel") })
  }

  @Test("F43: concurrent waits for a job share one polling loop")
  func manyWaiters() throws {
    let fixture = try Fixture(seed: 43).takesJobs().status(.state("in_progress"))
      .result(.state("in_progress").times(10), .done)
    let (client, world) = (fixture.client, fixture.world)
    let images = world.run { () -> [String?] in
      guard let handle = try? await client.submit(Sketch()).handle else { return [] }
      return await withTaskGroup(of: String?.self) { group -> [String?] in
        for waiter in 0..<100 {
          group.addTask {
            let job = client.job(for: handle, of: Sketch.self)
            // Every third leaves early, some of them while they poll for all.
            var options = client.options
            if waiter.isMultiple(of: 3) { options.timeout = .milliseconds(waiter * 40) }
            return try? await job.output(options: options).image?.absoluteString
          }
        }
        var images: [String?] = []
        for await image in group { images.append(image) }
        return images
      }
    }
    let fed = images?.compactMap(\.self).count ?? 0
    note("F43 100 waiters, 34 leave early", posts: fixture.posts, "\(fed) served")
    #expect(fixture.posts == 1)
    #expect(fed >= 66)
    #expect(fixture.reads.count <= 12 + 34)
  }
}
