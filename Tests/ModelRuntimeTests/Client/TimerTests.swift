import ModelTransport
import Testing

@testable import ModelRuntime

/// An executor keeps the timer of a cancelled sleep until the sleep would have ended.
@Suite("Timers") struct TimerTests {
  /// A clock of a world that notes every sleep.
  struct NotingClock: Clock {
    struct Sleeps: Sendable {
      var live = 0
      var most = 0
      var cancelled = 0
      var longest = Duration.zero
    }

    let clock: VirtualClock
    let sleeps = Locked(Sleeps())

    var now: VirtualClock.Instant { clock.now }
    var minimumResolution: Duration { .zero }

    func sleep(until deadline: VirtualClock.Instant, tolerance: Duration?) async throws {
      let length = now.duration(to: deadline)
      sleeps.withLock { sleeps in
        sleeps.live += 1
        sleeps.most = max(sleeps.most, sleeps.live)
        sleeps.longest = max(sleeps.longest, length)
      }
      defer { sleeps.withLock { $0.live -= 1 } }
      do {
        try await clock.sleep(until: deadline, tolerance: tolerance)
      } catch {
        sleeps.withLock { $0.cancelled += 1 }
        throw error
      }
    }
  }

  private func client(
    _ fixture: Fixture, _ clock: NotingClock
  ) throws -> ModelClient {
    var environment = ClientEnvironment(clock: clock, random: { 0.5 }, variable: { _ in nil })
    environment.inBackground = { [world = fixture.world] work in world.start(work) }
    return try ModelClient(
      token: Fixture.token, requestsPerSecond: 1_000_000, transport: fixture.transport,
      environment: environment)
  }

  @Test("Finished calls leave no timer")
  func deadlines() throws {
    let fixture = try Fixture().status(.state("in_queue").always)
    let clock = NotingClock(clock: VirtualClock(world: fixture.world))
    let client = try client(fixture, clock)
    let handle = try #require(JobHandle(jobID: "r-1", modelID: Sketch.modelID))
    var options = CallOptions()
    options.timeout = .seconds(86_400)
    let count = fixture.world.run { [options] in
      var count = 0
      for _ in 0..<1_000 {
        if (try? await client.status(of: handle, options: options)) != nil { count += 1 }
      }
      return count
    }
    #expect(count == 1_000)
    let sleeps = clock.sleeps.withLock { $0 }
    #expect(sleeps.cancelled == 0)
    #expect(sleeps.longest <= Timers.longestSleep)
    #expect(sleeps.most <= 3 && sleeps.live == 0)
  }

  @Test("A cancelled wait leaves no timer")
  func cancelledWaits() throws {
    let fixture = try Fixture()
      .status(.status(503, headers: ["Retry-After": "3600"]).always)
    let clock = NotingClock(clock: VirtualClock(world: fixture.world))
    let client = try client(fixture, clock)
    let world = fixture.world
    _ = world.run {
      for number in 0..<50 {
        guard let handle = JobHandle(jobID: "r-\(number)", modelID: "a/b") else { return }
        await withTaskGroup(of: Void.self) { group in
          group.addTask { _ = try? await client.job(for: handle).output() }
          try? await VirtualClock(world: world).sleep(for: .seconds(2))
          group.cancelAll()
        }
      }
    }
    let sleeps = clock.sleeps.withLock { $0 }
    #expect(fixture.reads.count == 50)
    #expect(sleeps.cancelled == 0 && sleeps.longest <= Timers.longestSleep)
  }

  @Test("Sleeping tasks resume in order and on time, and cancelled ones immediately")
  func order() throws {
    let world = World(seed: 7)
    let time = RuntimeTime(
      VirtualClock(world: world), inBackground: { work in world.start(work) })
    let woken = world.run { () -> [Duration] in
      await withTaskGroup(of: Duration.self) { group in
        for seconds in [25, 3, 14, 3, 90] {
          group.addTask {
            try? await time.sleep(until: .seconds(seconds))
            return time.now
          }
        }
        var woken: [Duration] = []
        while let moment = await group.next() {
          woken.append(moment)
          if woken.count == 4 { group.cancelAll() }
        }
        return woken
      }
    }
    #expect(woken == [3, 3, 14, 25, 25].map { .seconds($0) })
  }

  @Test("The timer queue forgets removed entries")
  func compaction() async {
    var queue = TimerQueue()
    var numbers: [Int] = []
    for index in 0..<1_000 {
      let number = Locked(0)
      let shared = Locked(queue)
      let isOver = await withCheckedContinuation { (sleeper: TimerQueue.Sleeper) in
        let added = shared.withLock { $0.add(sleeper, until: .seconds(index)) }
        number.withLock { $0 = added }
        let removed = shared.withLock { $0.remove(added) }
        removed?.resume(returning: false)
      }
      queue = shared.withLock { $0 }
      numbers.append(number.withLock { $0 })
      #expect(!isOver)
    }
    #expect(queue.count == 0 && queue.entries <= 65)
    #expect(Set(numbers).count == 1_000)
  }
}
