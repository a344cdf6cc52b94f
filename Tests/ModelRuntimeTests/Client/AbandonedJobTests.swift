import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Jobs that were accepted when their call had ended.
@Suite("Abandoned submissions", .withAndWithoutJournal) struct AbandonedJobTests {
  private struct Outcome {
    let error: ModelError?
    let late: Duration
    let abandoned: [String]
  }

  /// Cancels a call while its request is under way.
  private func cancelled(
    _ fixture: Fixture, grace: Duration = .seconds(15), policy: CancellationPolicy = .automatic,
    _ call: @escaping @Sendable (ModelClient, CallOptions) async throws(ModelError) -> Void
  ) -> Outcome {
    let abandoned = Locked([String]())
    var options = fixture.client.options
    options.submissionGrace = grace
    options.cancellationPolicy = policy
    options.onAbandonedJob = { handle in abandoned.withLock { $0.append(handle.jobID) } }
    let (client, world, transport) = (fixture.client, fixture.world, fixture.transport)
    let ended = world.run { [options] () -> (ModelError?, Duration) in
      await withTaskGroup(of: ModelError?.self) { group in
        group.addTask {
          do throws(ModelError) {
            try await call(client, options)
            return nil
          } catch {
            return error
          }
        }
        await transport.waitForRequests(1)
        try? await VirtualClock(world: world).sleep(for: .seconds(1))
        let moment = world.now
        group.cancelAll()
        return (await group.next() ?? nil, world.now - moment)
      }
    }
    return Outcome(
      error: ended?.0, late: ended?.1 ?? .zero, abandoned: abandoned.withLock { $0 })
  }

  private func fixture(_ answer: ScriptedAnswer) throws -> Fixture {
    let cancel = ScriptedAnswer.json(#"{"outcome": "cancelled"}"#)
    return try Fixture().on("/v1/models/*", answer.always).on("*/cancel", cancel.always)
  }

  private func cancels(_ fixture: Fixture) -> Int {
    fixture.transport.requests.filter { $0.url.hasSuffix("/requests/r-1/cancel") }.count
  }

  private let run: @Sendable (ModelClient, CallOptions) async throws(ModelError) -> Void = {
    client, options throws(ModelError) in
    _ = try await client.run(Sketch(), options: options)
  }

  private let submit: @Sendable (ModelClient, CallOptions) async throws(ModelError) -> Void = {
    client, options throws(ModelError) in
    _ = try await client.submit(Sketch(), options: options)
  }

  @Test("A run that is cancelled during its submission ends immediately, and its job is cancelled")
  func runIsCancelled() throws {
    let fixture = try fixture(.json(Fixture.submitted).after(.seconds(5)))
    let outcome = cancelled(fixture, run)
    #expect(outcome.error.isUnknown(.cancelled) && outcome.late == .zero)
    #expect(outcome.abandoned == ["r-1"])
    #expect(fixture.posts == 1 && cancels(fixture) == 1)
  }

  @Test("An abandoned job is passed to onAbandonedJob, and cancelled if the policy says so")
  func policies() throws {
    for (policy, count) in [(CancellationPolicy.automatic, 0), (.leaveRunning, 0), (.cancelJob, 1)]
    {
      let fixture = try fixture(.json(Fixture.submitted).after(.seconds(5)))
      let outcome = cancelled(fixture, policy: policy, submit)
      #expect(outcome.error.isUnknown(.cancelled))
      #expect(outcome.abandoned == ["r-1"] && cancels(fixture) == count)
    }
  }

  @Test("An abandoned submission is aborted after the grace period")
  func graceIsOver() throws {
    let fixture = try fixture(.json(Fixture.submitted).after(.seconds(50)))
    let outcome = cancelled(fixture, run)
    #expect(outcome.error.isUnknown(.cancelled) && outcome.late == .zero)
    #expect(outcome.abandoned.isEmpty && fixture.posts == 1 && cancels(fixture) == 0)
  }

  @Test("Without a grace period the request is aborted")
  func noGrace() throws {
    let fixture = try fixture(.json(Fixture.submitted).after(.seconds(5)))
    let outcome = cancelled(fixture, grace: .zero, run)
    #expect(outcome.error.isUnknown(.cancelled) && outcome.late == .zero)
    #expect(outcome.abandoned.isEmpty && cancels(fixture) == 0)
  }

  @Test("An abandoned submission isn't sent again, and a refusal isn't a job")
  func refusals() throws {
    for answer in [
      ScriptedAnswer.status(429), .status(422),
      .failure(TransportError(.couldNotConnect, "refused", nothingSent: true)),
    ] {
      let fixture = try fixture(answer.after(.seconds(5)))
      let outcome = cancelled(fixture, run)
      #expect(outcome.error.isUnknown(.cancelled))
      #expect(outcome.abandoned.isEmpty && fixture.posts == 1 && cancels(fixture) == 0)
    }
  }

  @Test("An ID in the rest of an abandoned response is passed to onAbandonedJob")
  func salvaged() throws {
    let answer = ScriptedAnswer.json(#"{"request_id": "r-1"}"#, status: 500).after(.seconds(5))
    let fixture = try fixture(answer)
    #expect(cancelled(fixture, run).abandoned == ["r-1"])
    #expect(cancels(fixture) == 1)
  }

  @Test("A job that is accepted after the timeout is passed to onAbandonedJob")
  func deadline() throws {
    let fixture = try fixture(.json(Fixture.submitted).after(.seconds(20)))
    let abandoned = Locked([String]())
    let outcome = fixture.attempt { client throws(ModelError) in
      var options = client.options
      options.timeout = .seconds(8)
      options.onAbandonedJob = { handle in abandoned.withLock { $0.append(handle.jobID) } }
      return try await client.run(Sketch(), options: options)
    }
    guard case .failure(let error)? = outcome else {
      Issue.record("\(outcome.word())")
      return
    }
    #expect(Optional(error).isUnknown(.timedOut))
    #expect(fixture.world.now == .seconds(8))
    #expect(abandoned.withLock { $0 } == ["r-1"])
    #expect(cancels(fixture) == 1)
  }

  @Test("Comparing options ignores onAbandonedJob")
  func equality() {
    #expect(CallOptions(onAbandonedJob: { _ in }) == CallOptions())
    #expect(CallOptions(submissionGrace: .zero) != CallOptions())
  }
}

extension ModelError? {
  fileprivate func isUnknown(_ doubt: SubmissionUncertainty) -> Bool {
    if case .submissionUnknown(let given)? = self?.reason { given == doubt } else { false }
  }
}
