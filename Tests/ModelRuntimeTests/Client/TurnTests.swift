import Foundation
import ModelTransport
import Testing

@testable import ModelRuntime

/// The turns that the requests of one client take.
@Suite("Turns of requests") struct TurnTests {
  @Test("A submission doesn't wait for the reads of a thousand jobs")
  func submission() throws {
    let fixture = try Fixture().takesJobs().status(.state("in_queue")).result(.state("in_queue"))
    let (client, world) = (fixture.client, fixture.world)
    let sent = Locked<Duration?>(nil)
    _ = world.run {
      for index in 0..<1_000 {
        guard let handle = JobHandle(jobID: "job-\(index)", modelID: "acme/sketch") else {
          continue
        }
        world.start {
          var options = client.options
          options.timeout = .seconds(300)
          _ = try? await client.job(for: handle).output(options: options)
        }
      }
      try? await VirtualClock(world: world).sleep(for: .seconds(60))
      let start = world.now
      if (try? await client.submit(Sketch())) != nil {
        sent.withLock { $0 = world.now - start }
      }
    }
    // Twenty requests a second, of which submissions get nearly all.
    #expect(try #require(sent.withLock { $0 }) <= .milliseconds(200))
  }

  @Test("Reads go on while very many jobs are submitted")
  func reads() throws {
    let fixture = try Fixture().takesJobs().status(.state("completed")).result(.done)
    let (client, world) = (fixture.client, fixture.world)
    let ended = Locked<Duration?>(nil)
    _ = world.run {
      for index in 0..<1_000 {
        world.start { _ = try? await client.submit(Sketch("boat \(index)")) }
      }
      guard let handle = JobHandle(jobID: "r-1", modelID: "") else { return }
      if (try? await client.result(of: handle)) != nil { ended.withLock { $0 = world.now } }
    }
    #expect(try #require(ended.withLock { $0 }) <= .seconds(1))
  }

  @Test("The outcomes of a batch come once each, whatever the number of task groups")
  func groups() throws {
    let world = World(seed: 3)
    let service = SimulatedService(world: world, seed: 3)
    let client = try Fixture.client(world, service, requestsPerSecond: 100_000)
    let seen = Locked([Int]())
    _ = world.run {
      await client.batch(of: 600, maxConcurrent: 300) { outcome in
        seen.withLock { $0.append(outcome.index) }
      }
    }
    #expect(seen.withLock { $0.sorted() } == Array(0..<600))
    let spans = service.jobs.values.map { ($0.begin, $0.begin + $0.queue + $0.work) }
    let starts = spans.map { ($0.0, 1) }, ends = spans.map { ($0.1, -1) }
    var (live, most) = (0, 0)
    for (_, change) in (starts + ends).sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
      live += change
      most = max(most, live)
    }
    #expect(most <= 300)
  }
}
