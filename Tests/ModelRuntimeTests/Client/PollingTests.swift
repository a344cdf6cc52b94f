import Foundation
import ModelTransport
import Testing
import TestSupport

@testable import ModelRuntime

/// Tests of the time until the end of a job is detected, and of the number of polls.
@Suite("Polling") struct PollingTests {
  /// One way of choosing the time between two polls.
  struct Schedule: Sendable {
    let name: String
    let interval: @Sendable (_ elapsed: Double, _ poll: Int, _ random: Double) -> Double

    static func every(_ seconds: Double) -> Schedule {
      Schedule(name: "every \(seconds) s") { _, _, _ in seconds }
    }

    static func growing(by factor: Double, from first: Double, to most: Double) -> Schedule {
      Schedule(name: "×\(factor) from \(first) to \(most) s") { _, poll, _ in
        var interval = first
        for _ in 0..<poll where interval < most { interval *= factor }
        return min(interval, most)
      }
    }

    static var ours: Schedule {
      let polling = PollingPolicy.adaptive
      return Schedule(name: "\(polling.growth)·√elapsed, 0.5…10 s") { elapsed, _, random in
        polling.interval(elapsed: .seconds(elapsed), random: random).inSeconds
      }
    }
  }

  static let roundTrip = 0.15
  static let lengths: [Double] = [4, 12, 30, 60, 120, 300, 600]

  /// Mean latency after the end, round trip included, and mean number of polls.
  static func simulate(_ schedule: Schedule, around length: Double) -> (Double, Double) {
    var chance = SeededGenerator(9)
    var (latency, polls) = (0.0, 0)
    let runs = 400
    for _ in 0..<runs {
      let end = length * (0.85 + 0.3 * chance.unit())
      var (time, count) = (0.0, 0)
      while true {
        // The state is read in the middle of the round trip.
        time += schedule.interval(time, count, chance.unit())
        count += 1
        let wasDone = time + roundTrip / 2 >= end
        time += roundTrip
        if wasDone { break }
      }
      latency += time - end
      polls += count
    }
    return (latency / Double(runs), Double(polls) / Double(runs))
  }

  @Test("The end of a job is detected soon, with less than one poll per second")
  func table() {
    let schedules: [Schedule] = [
      .every(0.5), .every(1), .every(2), .every(5),
      .growing(by: 1.5, from: 1, to: 20), .growing(by: 2, from: 1, to: 30), .ours,
    ]
    func cell(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(1, width - text.count))
    }
    func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    let heads = Self.lengths.map { cell("\(Int($0))", 13) }
    print("P " + cell("mean seconds late / polls, T =", 32) + heads.joined())
    for schedule in schedules {
      let cells = Self.lengths.map { length in
        let (late, polls) = Self.simulate(schedule, around: length)
        return cell("\(rounded(late))/\(Int(polls.rounded()))", 13)
      }
      print("P " + cell(schedule.name, 32) + cells.joined())
    }
    for length in [4.0, 6, 8, 10, 12] {
      let (late, _) = Self.simulate(.ours, around: length)
      #expect(late <= 0.8, "T = \(length): \(late) s")
    }
    for length in [30.0, 31, 40, 60, 120, 300, 600] {
      let ours = Self.simulate(.ours, around: length).1
      let everySecond = Self.simulate(.every(1), around: length).1
      #expect(ours <= everySecond, "T = \(length): \(ours) polls, \(everySecond) once a second")
    }
  }

  @Test("The client keeps to the polling policy", arguments: [4.0, 12, 60, 300])
  func wholeRuns(_ length: Double) throws {
    var (late, reads) = (0.0, 0)
    let runs = 60
    for seed in 0..<runs {
      let world = World()
      let service = SimulatedService(world: world, seed: UInt64(seed)) { chance in
        (.zero, .seconds(length * (0.85 + 0.3 * chance.unit())))
      }
      let client = try Fixture.client(
        world, service, random: SimulatedChance(seed: UInt64(seed)).random)
      let outcome = world.run { try? await client.run(Sketch()).json.description }
      #expect(outcome != nil)
      let job = try #require(service.jobs.values.first)
      late += (world.now - job.begin - job.work).inSeconds
      reads += job.reads
    }
    let (expected, polls) = Self.simulate(.ours, around: length)
    let mean = "\(late / Double(runs)) s late, \(Double(reads) / Double(runs)) polls"
    print("P whole runs, T = \(Int(length)): \(mean)")
    #expect(late / Double(runs) <= expected + 0.2)
    #expect(Double(reads) / Double(runs) <= polls * 1.15 + 1)
    if length <= 12 { #expect(late / Double(runs) <= 0.8) }
  }

  @Test("Ten thousand jobs of one client finish within the rate limit")
  func tenThousand() throws {
    let world = World()
    let service = SimulatedService(world: world, seed: 1)
    let client = try Fixture.client(world, service)
    let succeeded = Locked(0)
    // A world runs on one thread, so what that one spent is all there was.
    let start = Self.threadSeconds
    _ = world.run {
      await client.batch(of: 10_000, maxConcurrent: 10_000) { outcome in
        if case .success = outcome.result { succeeded.withLock { $0 += 1 } }
      }
    }
    let took = Self.threadSeconds - start
    let reads = service.jobs.values.reduce(0) { $0 + $1.reads }
    let simulated = world.now.components.seconds
    print("P 10000 jobs: \(took) s of CPU, \(reads) reads, \(simulated) s simulated")
    #expect(service.accepted == 10_000)
    // Their default deadline of half an hour is longer than the queue at twenty requests a second.
    #expect(succeeded.withLock { $0 } == 10_000)
    #expect(service.mostReadsInASecond <= 21)
  }

  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
