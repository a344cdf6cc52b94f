import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// One key is one job, however often and wherever it is asked for.
@Suite("Job keys") struct JobKeyTests {
  /// A client of a service whose jobs have IDs of their own and end at once.
  static func fixture(_ disk: MemoryDisk, process: Int = 0) throws -> Fixture {
    try Fixture(journal: .inMemory(disk, process: process)).takesNumberedJobs()
  }

  static func run(
    _ fixture: Fixture, _ prompt: String = "a boat", key: String? = "order-1"
  ) -> Result<MediaOutput, ModelError>? {
    fixture.attempt { client throws(ModelError) in try await client.run(Sketch(prompt), key: key) }
  }

  @Test("A second call with a key is the job of the first, also in another process")
  func sameJob() throws {
    let disk = MemoryDisk()
    let fixture = try Self.fixture(disk)
    #expect(try Self.run(fixture)?.get().image != nil)
    #expect(try Self.run(fixture)?.get().image != nil)
    #expect(fixture.posts == 1)
    let other = try Self.fixture(disk, process: 1)
    #expect(try Self.run(other)?.get().image != nil)
    #expect(other.posts == 0)
    #expect(Self.run(other, key: nil) != nil)
    #expect(other.posts == 1)
  }

  @Test("Calls with one key at the same time submit one job")
  func together() throws {
    let fixture = try Self.fixture(MemoryDisk())
    let client = fixture.client
    let images = fixture.world.run {
      await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask { (try? await client.run(Sketch(), key: "order-1"))?.image != nil }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
    }
    #expect(images == 20)
    #expect(fixture.posts == 1)
  }

  @Test("A key with another body or another model is an error that says so")
  func otherBody() throws {
    let fixture = try Self.fixture(MemoryDisk())
    _ = Self.run(fixture)
    guard case .failure(let error) = Self.run(fixture, "a house"),
      case .journal(.keyInUse(let key, _)) = error.reason
    else {
      Issue.record("another body was accepted")
      return
    }
    #expect(key == "order-1")
    #expect("\(error)".contains("its request body differs"))
    let request = DynamicRequest(modelID: "acme/paint", body: ["prompt": "a boat"])
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.run(request, key: "order-1")
    }
    #expect("\(try #require(outcome))".contains("one of the model acme/sketch"))
    #expect(fixture.posts == 1)
    for key in ["", String(repeating: "k", count: 1_025)] {
      guard case .failure(let error) = Self.run(fixture, key: key) else { continue }
      #expect(error.reason == .journal(.invalidKey))
    }
  }

  @Test("A key without a journal is an error before anything is sent")
  func noJournal() throws {
    let fixture = try Fixture().takesJobs()
    guard case .failure(let error) = Self.run(fixture) else { return }
    #expect(error.reason == .journal(.missing))
    #expect(fixture.posts == 0)
  }

  @Test("A submission without an answer isn't repeated until it is resolved")
  func unknown() async throws {
    let disk = MemoryDisk()
    let lost = try Fixture(journal: .inMemory(disk))
    lost.transport.on(.post, "/v1/models/*", .failure(TransportError(.closed, "reset")))
    _ = Self.run(lost)
    #expect(lost.posts == 1)
    for process in 1..<3 {
      let again = try Self.fixture(disk, process: process)
      guard case .failure(let error) = Self.run(again),
        case .submissionUnknown(.earlier(let entry)) = error.reason
      else {
        Issue.record("the job was submitted again")
        return
      }
      #expect(again.posts == 0)
      #expect(entry.key == "order-1")
      #expect("\(error)".contains("order-1"))
    }
    let fixture = try Self.fixture(disk, process: 3)
    let journal = try #require(fixture.client.journal)
    let entry = try #require(try await journal.unfinished().first)
    try await journal.resolve(entry, as: .abandon)
    #expect(try await journal.unfinished().isEmpty)
    guard case .failure(let error) = Self.run(fixture) else { return }
    #expect(error.reason == .journal(.abandoned(key: "order-1")))
    try await journal.resolve(entry, as: .resubmit)
    #expect(try Self.run(fixture)?.get().image != nil)
    #expect(fixture.posts == 1)
  }

  @Test("A job whose ID was found in the account is adopted")
  func adopt() async throws {
    let disk = MemoryDisk()
    let lost = try Fixture(journal: .inMemory(disk))
    lost.transport.on(.post, "/v1/models/*", .failure(TransportError(.closed, "reset")))
    _ = Self.run(lost)
    let fixture = try Self.fixture(disk, process: 1)
    let journal = try #require(fixture.client.journal)
    let entry = try #require(try await journal.unfinished().first)
    #expect(throws: ModelError.self) { try fixture.client.resume(entry) }
    await #expect(throws: JobJournal.Problem.self) {
      try await journal.resolve(entry, as: .adopt(id: "../x"))
    }
    try await journal.resolve(entry, as: .adopt(id: "r-1"))
    #expect(try Self.run(fixture)?.get().image != nil)
    #expect(fixture.posts == 0)
    #expect(try await journal.entry(forKey: "order-1")?.state == .ended(.succeeded))
  }

  @Test("A running job is resumed with its type, and isn't submitted again")
  func resume() async throws {
    let disk = MemoryDisk()
    let first = try Self.fixture(disk)
    _ = first.attempt { client throws(ModelError) in try await client.submit(Sketch(), key: "k") }
    let fixture = try Self.fixture(disk, process: 1)
    let journal = try #require(fixture.client.journal)
    let entry = try #require(try await journal.unfinished().first)
    #expect(entry.state == .submitted)
    await #expect(throws: JobJournal.Problem.self) {
      try await journal.resolve(entry, as: .resubmit)
    }
    let output = fixture.attempt { client throws(ModelError) in
      try await client.resume(entry, of: Sketch.self).output()
    }
    #expect(try output?.get().image != nil)
    #expect(try await journal.unfinished().isEmpty)
    #expect(fixture.posts == 0)
  }

  @Test("A request that was refused or never sent frees its key")
  func refused() async throws {
    let disk = MemoryDisk()
    let fixture = try Fixture(journal: .inMemory(disk))
    fixture.transport.on(
      ScriptedMatch(.post, "/v1/models/*"),
      [.json("{}", status: 422), .failure(TransportError(.tls, "expired", nothingSent: true))])
    _ = fixture.takesNumberedJobs()
    for _ in 0..<2 {
      guard case .failure? = Self.run(fixture) else { return }
      let entries = try await #require(fixture.client.journal).entries()
      guard case .notSubmitted? = entries.last?.state else {
        Issue.record("\(entries)")
        return
      }
    }
    #expect(try Self.run(fixture)?.get().image != nil)
    #expect(fixture.posts == 3)
  }

  @Test("A batch with keys that runs again submits nothing twice")
  func batch() throws {
    let disk = MemoryDisk()
    for process in 0..<3 {
      let fixture = try Self.fixture(disk, process: process)
      let client = fixture.client
      let successes = Locked(0)
      _ = fixture.world.run {
        await Batch(
          client: client, options: client.options, limit: 2, submitted: { _, _ in },
          drafts: DraftSource(
            ["a boat", "a house", "a tree"].map { Sketch($0) }, key: { index, _ in "line-\(index)" }
          ) { Draft($0) }
        ).run { outcome in
          if case .success = outcome.result { successes.withLock { $0 += 1 } }
        }
      }
      #expect(successes.withLock { $0 } == 3)
      #expect(fixture.posts == (process == 0 ? 3 : 0))
    }
  }
}

extension Fixture {
  /// A service that gives its jobs the IDs r-1, r-2 and so on; all of them have ended.
  ///
  /// - Parameter members: More members of a result.
  func takesNumberedJobs(_ members: String = "") -> Self {
    transport.on(
      ScriptedMatch(.post, "/v1/models/*"),
      (1...9).map { .json(#"{"request_id": "r-\#($0)"}"#) })
    let image = #""output": {"image": "https://f.runcomfy.net/1.png"}"#
    return status(.json(#"{"status": "completed"}"#).always)
      .result(.json(#"{"status": "succeeded", \#(image)\#(members)}"#).always)
  }
}
