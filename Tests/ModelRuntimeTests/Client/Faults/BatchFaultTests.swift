import ModelTesting
import ModelTransport
import TestSupport
import Testing

@testable import ModelRuntime

@Suite("Faults: batches", .withAndWithoutJournal) struct BatchFaultTests {
  @Test("F48: an invalid request doesn't prevent the others from running")
  func poison() async throws {
    let transport = ScriptedTransport()
    let isPoison = ScriptedMatch { $0.body == Array(#"{"prompt":"p3"}"#.utf8) }
    transport.on(isPoison, [.status(422)])
    transport.on(.post, "/v1/models/*", ScriptedAnswer.json(Fixture.submitted).always)
    transport.on(.get, "*/status", ScriptedAnswer.state("completed").always)
    transport.on(.get, "*/result", ScriptedAnswer.done.always)
    var environment = ClientEnvironment(clock: SkippingClock(), variable: { _ in nil })
    environment.random = { 0.5 }
    var options = CallOptions()
    options.timeout = nil
    let client = try ModelClient(
      token: Fixture.token, options: options, requestsPerSecond: 1_000, transport: transport,
      environment: environment)
    let requests = (0..<9).map { Sketch($0 == 5 ? "" : "p\($0)") }
    let submitted = Locked([Int]())
    let outcomes = client.run(requests, maxConcurrent: 3) { index, _ in
      submitted.withLock { $0.append(index) }
    }
    var words: [Int: String] = [:]
    for await outcome in outcomes { words[outcome.index] = outcome.result.word }
    let posts = transport.requests.filter { $0.url.contains("/v1/models/") }.count
    let good = words.values.filter { $0 == "success" }.count
    note("F48 9 requests, 2 of them bad", posts: posts, "\(good) succeed")
    #expect(posts == 8)
    #expect(words[3] == "refused" && words[5] == "invalidRequest" && words.count == 9)
    #expect(good == 7)
    #expect(submitted.withLock { $0.sorted() } == [0, 1, 2, 4, 6, 7, 8])
    for await _ in outcomes { Issue.record("a second loop must find nothing") }
    #expect(transport.requests.filter { $0.url.contains("/v1/models/") }.count == posts)
  }

  @Test(
    "A cancelled batch returns the handle of each job that may continue, and pulls no more requests"
  )
  func cancelled() async throws {
    let transport = ScriptedTransport()
    transport.on(.post, "/v1/models/*", ScriptedAnswer.json(Fixture.submitted).always)
    transport.on(.get, "*", ScriptedAnswer.state("in_progress").always)
    transport.on(.post, "*/cancel", ScriptedAnswer.json(#"{"outcome": "cancelled"}"#).always)
    var options = CallOptions()
    options.timeout = nil
    let client = try ModelClient(
      token: Fixture.token, options: options, requestsPerSecond: 1_000, transport: transport,
      environment: ClientEnvironment(clock: SkippingClock(), variable: { _ in nil }))
    let pulled = Locked(0)
    let (submissions, submitted) = AsyncStream.makeStream(of: Int.self)
    let reader = Task {
      let requests = sequence(first: 1) { $0 + 1 }.lazy.map { number in
        pulled.withLock { $0 += 1 }
        return Sketch("p\(number)")
      }
      let outcomes = client.run(requests, maxConcurrent: 3) { index, _ in submitted.yield(index) }
      var handles: [JobHandle?] = []
      for await outcome in outcomes {
        guard case .failure(let error) = outcome.result, error.isCancellation else { continue }
        handles.append(outcome.handle)
      }
      return handles
    }
    var count = 0
    for await _ in submissions {
      count += 1
      if count == 3 { break }
    }
    reader.cancel()
    #expect(await reader.value.map { $0?.jobID } == ["r-1", "r-1", "r-1"])
    #expect(pulled.withLock { $0 } == 3)
  }

  @Test("Requests of several models run in one batch")
  func mixed() async throws {
    let transport = ScriptedTransport()
    transport.on(.post, "/v1/models/*", ScriptedAnswer.json(Fixture.submitted).always)
    transport.on(.get, "*/status", ScriptedAnswer.state("completed").always)
    transport.on(.get, "*/result", ScriptedAnswer.done.always)
    var options = CallOptions()
    options.timeout = nil
    let client = try ModelClient(
      token: Fixture.token, options: options, requestsPerSecond: 1_000, transport: transport,
      environment: ClientEnvironment(clock: SkippingClock(), variable: { _ in nil }))
    let requests: [any ModelRequest] = [Sketch(), Poster("https://files.example/a")]
    var images: [Int: Int] = [:]
    for await outcome in client.run(requests) {
      images[outcome.index] = try outcome.result.get().output.images.count
      #expect(outcome.handle?.jobID == "r-1")
    }
    #expect(images == [0: 1, 1: 1])
  }

  @Test("The concurrency limit is kept")
  func limit() throws {
    let world = World(seed: 5)
    let service = SimulatedService(world: world, seed: 5)
    let client = try Fixture.client(world, service, requestsPerSecond: 1_000)
    _ = world.run { await client.batch(of: 40, maxConcurrent: 4) { _ in } }
    let spans = service.jobs.values.map { ($0.begin, $0.begin + $0.queue + $0.work) }
    let most = spans.map { span in spans.filter { $0.0 <= span.0 && span.0 < $0.1 }.count }.max()
    #expect(service.accepted == 40)
    #expect(most == 4)
  }
}
